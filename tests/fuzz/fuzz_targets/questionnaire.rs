#![no_main]
//! Any bytes as a questionnaire: read or refused; what is read can be written and reads as the same.

use libfuzzer_sys::fuzz_target;
use rundfrage_shared::questionnaire::format::to_yaml;
use rundfrage_shared::questionnaire::read::{document, read};

fuzz_target!(|source: &[u8]| {
    let Ok(questionnaire) = read(source) else { return };
    let written = to_yaml(&document(source).expect("what reads has a document")).expect("what reads can be written");
    assert_eq!(read(written.as_bytes()).expect("what was written reads"), questionnaire);
});

#![no_main]
//! Any bytes as a file of this tool: what comes out is a questionnaire that our rules accept.

use libfuzzer_sys::fuzz_target;
use rundfrage_shared::questionnaire::convert::{Report, mend, limesurvey};
use rundfrage_shared::questionnaire::format::to_yaml;
use rundfrage_shared::questionnaire::read::read;

fuzz_target!(|source: &[u8]| {
    let mut report = Report::default();
    let Ok(document) = limesurvey::read(source, &mut report) else { return };
    let Ok(document) = mend(document, &mut report) else { return };
    let written = to_yaml(&document).expect("what was made can be written");
    assert!(read(written.as_bytes()).is_ok());
});

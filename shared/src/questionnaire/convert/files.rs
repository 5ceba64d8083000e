//! The kinds of files that questions of other tools take, as ours name them.

use super::Report;
use crate::file::FileKind;
use crate::questionnaire::problem::quoted;

/// Types as browsers name them, with the kinds they are here.
const TYPES: [(&str, &[FileKind]); 11] = [
    ("image/*", &[FileKind::Png, FileKind::Jpg]),
    ("image/png", &[FileKind::Png]),
    ("image/jpeg", &[FileKind::Jpg]),
    ("application/pdf", &[FileKind::Pdf]),
    ("text/csv", &[FileKind::Csv]),
    ("text/plain", &[FileKind::Txt]),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &[FileKind::Xlsx]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &[FileKind::Docx]),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", &[FileKind::Pptx]),
    ("application/vnd.oasis.opendocument.spreadsheet", &[FileKind::Ods]),
    ("application/vnd.oasis.opendocument.text", &[FileKind::Odt]),
];

/// The kinds in a list of endings and types; those that are not taken here are told. Empty: all are taken.
pub fn kinds(report: &mut Report, place: &str, accepted: &str) -> Vec<String> {
    let (mut kinds, mut others) = (Vec::<String>::new(), Vec::new());
    for accepted in accepted.split([',', ';', ' ']).map(str::trim).filter(|accepted| !accepted.is_empty()) {
        let found = of(accepted);
        if found.is_empty() {
            others.push(accepted);
        }
        for kind in found.into_iter().map(|kind| kind.to_string()) {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
    }
    if !others.is_empty() {
        let reason = format!("files of the kinds {} are not taken here", quoted(&others.join(", ")));
        let by = if kinds.is_empty() { "all kinds that are taken".to_owned() } else { kinds.join(", ") };
        report.replaced(place, reason, by);
    }
    kinds
}

fn of(accepted: &str) -> Vec<FileKind> {
    let accepted = accepted.to_ascii_lowercase();
    if let Some((_, kinds)) = TYPES.iter().find(|(name, _)| *name == accepted) {
        return kinds.to_vec();
    }
    accepted.trim_start_matches("*.").trim_start_matches('.').parse().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_and_types_become_kinds_and_others_are_told() {
        let mut report = Report::default();
        let read = |report: &mut Report, accepted: &str| kinds(report, "q", accepted).join(" ");
        assert_eq!(read(&mut report, ".PDF, image/*,jpeg; *.docx application/pdf"), "pdf png jpg docx");
        assert_eq!((read(&mut report, ""), report.notices.len()), (String::new(), 0));
        assert_eq!(read(&mut report, "png, gif, doc, odt"), "png odt");
        assert_eq!(read(&mut report, "exe"), "");
        let told: Vec<_> = report.notices.iter().map(ToString::to_string).collect();
        assert_eq!(told[0], "q: files of the kinds \"gif, doc\" are not taken here; instead: png, odt");
        assert_eq!(told[1], "q: files of the kinds \"exe\" are not taken here; instead: all kinds that are taken");
    }
}

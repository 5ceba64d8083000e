//! Tables as text (CSV) that spreadsheets open.

/// Tells spreadsheets that a file is UTF-8, at its start.
pub const UTF8_MARK: &str = "\u{feff}";

/// Spreadsheets take a cell that begins like this for a formula.
const BEGIN_FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text that no spreadsheet takes for a formula.
#[must_use]
pub fn guarded(text: &str) -> String {
    if text.starts_with(BEGIN_FORMULA) { format!("'{text}") } else { text.to_owned() }
}

/// What was written.
pub fn written(writer: csv::Writer<Vec<u8>>) -> Result<Vec<u8>, csv::Error> {
    writer.into_inner().map_err(|error| error.into_error().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_never_a_formula() {
        for evil in ["=1+1", "+49 611", "-2", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(guarded(evil), format!("'{evil}"));
        }
        assert_eq!(guarded("1-9"), "1-9");
    }
}

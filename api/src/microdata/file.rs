//! The file: one line a response. The columns in front begin with a point, as no code of a questionnaire does.

use csv::StringRecord;
use rundfrage_shared::microdata::{ATTRIBUTES, MicroResponse};
use rundfrage_shared::questionnaire::variables::{Cell, Variables};

use crate::spreadsheet::{self, UTF8_MARK, guarded};

/// The file while it is written.
pub struct File<'v> {
    variables: &'v Variables,
    has_companies: bool,
    writer: csv::Writer<Vec<u8>>,
    /// The lines of the present round by what its responses are called, to be put in that order.
    lines: Vec<(String, StringRecord)>,
    written: u64,
}

impl<'v> File<'v> {
    /// Begins with the names of the columns.
    pub fn begin(variables: &'v Variables, has_companies: bool, mark: bool) -> Result<Self, csv::Error> {
        let start = if mark { UTF8_MARK } else { "" };
        let mut writer = csv::Writer::from_writer(start.as_bytes().to_vec());
        let mut head: Vec<String> = [".response", ".round", ".version"].map(str::to_owned).into();
        if has_companies {
            head.extend([".reference", ".company"].map(str::to_owned));
        }
        head.extend(ATTRIBUTES.map(|name| format!(".{name}")));
        head.extend(variables.iter().map(|variable| guarded(&variable.name)));
        writer.write_record(&head)?;
        Ok(Self { variables, has_companies, writer, lines: Vec::new(), written: 0 })
    }

    /// Takes one response of the present round.
    pub fn response(&mut self, name: &str, (round, version, is_personal): (&str, i64, bool), response: &MicroResponse) {
        let mut line = StringRecord::new();
        line.push_field(&guarded(name));
        line.push_field(&guarded(round));
        line.push_field(&version.to_string());
        if self.has_companies {
            let company = response.company.as_ref().filter(|_| is_personal);
            line.push_field(&company.map(|(reference, _)| guarded(reference)).unwrap_or_default());
            line.push_field(&company.map(|(_, name)| guarded(name)).unwrap_or_default());
        }
        for attribute in ATTRIBUTES {
            line.push_field(&response.attributes.get(attribute).map(|value| guarded(value)).unwrap_or_default());
        }
        for (variable, cell) in self.variables.iter().zip(self.variables.row(version, &response.answers)) {
            let is_withheld = variable.is_contact && !is_personal;
            line.push_field(&if is_withheld { String::new() } else { written(cell) });
        }
        self.lines.push((name.to_owned(), line));
    }

    /// Writes the round's lines, in the order of what its responses are called.
    pub fn end_round(&mut self) -> Result<(), csv::Error> {
        self.lines.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (_, line) in self.lines.drain(..) {
            self.writer.write_record(&line)?;
            self.written += 1;
        }
        Ok(())
    }

    /// The file and how many responses are in it.
    pub fn end(self) -> Result<(Vec<u8>, u64), csv::Error> {
        Ok((spreadsheet::written(self.writer)?, self.written))
    }
}

/// A cell as data: decimal points, 1 and 0, codes; only what respondents and makers typed could be a formula.
fn written(cell: Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Flag(flag) => u8::from(flag).to_string(),
        Cell::Number(number) => number.to_string(),
        // A code that is a negative number is no formula.
        Cell::Code(code) if code.parse::<f64>().is_ok() => code.to_owned(),
        Cell::Code(text) | Cell::Text(text) | Cell::Moment(text) => guarded(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_numbers_and_texts_are_never_formulas() {
        assert_eq!(written(Cell::Number(-2.50)), "-2.5");
        assert_eq!(
            (written(Cell::Flag(true)), written(Cell::Flag(false)), written(Cell::Empty)),
            ("1".into(), "0".into(), String::new())
        );
        assert_eq!(written(Cell::Code("-1")), "-1");
        assert_eq!(written(Cell::Code("-x")), "'-x");
        for evil in ["=1+1", "@x", "+49", "-2", "\tx", "\rx"] {
            assert_eq!(written(Cell::Text(evil)), format!("'{evil}"));
        }
    }
}

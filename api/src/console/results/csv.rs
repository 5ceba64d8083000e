//! `/console/rounds/{id}/results.csv`: every figure of the page, one in a line.

use rundfrage_shared::questionnaire::model::{Choice, Code};
use rundfrage_shared::results::disclosure::Count;
use rundfrage_shared::results::figures::{OptionShare, Outcome};
use rundfrage_shared::results::number::share;
use rundfrage_shared::results::{Figures, Item, QuestionResult};

use super::pictures::class_label;
use super::view::decimals;
use super::wording::Wording;
use crate::spreadsheet::{UTF8_MARK, guarded, written};

/// The file, as spreadsheets of the reader's language open it: German ones want semicolons and decimal commas.
pub fn file(wording: &Wording, results: &[QuestionResult<'_>]) -> Result<Vec<u8>, csv::Error> {
    let is_german = wording.words.tag() == "de";
    let mut sheet = Sheet {
        wording,
        writer: csv::WriterBuilder::new()
            .delimiter(if is_german { b';' } else { b',' })
            .from_writer(UTF8_MARK.as_bytes().to_vec()),
        is_german,
    };
    sheet.head()?;
    for result in results {
        for item in &result.items {
            sheet.item(result, item)?;
        }
    }
    written(sheet.writer)
}

struct Sheet<'w> {
    wording: &'w Wording,
    writer: csv::Writer<Vec<u8>>,
    is_german: bool,
}

/// What a line is about.
struct Subject<'s, 'q>(&'s QuestionResult<'q>, &'s Item<'q>);

impl Sheet<'_> {
    fn head(&mut self) -> Result<(), csv::Error> {
        let names = ["question", "text", "row", "row-text", "measure", "option", "option-text", "value", "note"];
        self.writer.write_record(names.map(|name| self.wording.text(&format!("results-csv-{name}"))))
    }

    fn line(
        &mut self,
        Subject(result, item): &Subject<'_, '_>,
        measure: &str,
        option: [&str; 2],
        value: &str,
        note: &str,
    ) -> Result<(), csv::Error> {
        let row =
            item.row.map_or_else(<[String; 2]>::default, |row| [row.code.to_string(), self.wording.label(&row.label)]);
        let [row, row_text] = row.map(|text| guarded(&text));
        let question = self.wording.label(&result.question.text);
        let [option, option_text] = option.map(guarded);
        let measure = self.wording.text(measure);
        self.writer.write_record([
            &guarded(result.question.code.as_str()),
            &guarded(&question),
            &row,
            &row_text,
            &measure,
            &option,
            &option_text,
            value,
            note,
        ])
    }

    fn item(&mut self, result: &QuestionResult<'_>, item: &Item<'_>) -> Result<(), csv::Error> {
        let subject = Subject(result, item);
        let counts = [
            ("results-asked", item.asked),
            ("results-n", item.answered),
            ("results-dont-know", item.dont_know),
            ("results-skipped", item.skipped),
        ];
        for (measure, count) in counts {
            self.count(&subject, measure, count)?;
        }
        match &item.figures {
            Outcome::Shown(figures) => self.figures(&subject, figures),
            Outcome::Withheld | Outcome::Nobody => Ok(()),
        }
    }

    fn count(&mut self, subject: &Subject<'_, '_>, measure: &str, count: Count) -> Result<(), csv::Error> {
        let withheld = self.wording.text("results-withheld");
        let (value, note) = match count {
            Count::Known(number) => (number.to_string(), ""),
            Count::Withheld => (String::new(), withheld.as_str()),
        };
        self.line(subject, measure, ["", ""], &value, note)
    }

    fn figures(&mut self, subject: &Subject<'_, '_>, figures: &Figures<'_>) -> Result<(), csv::Error> {
        match figures {
            Figures::Options { options, balance } => {
                self.options(subject, options)?;
                balance.map_or(Ok(()), |balance| self.total(subject, "results-balance", balance))
            }
            Figures::MultiSelect { options } => self.options(subject, options),
            Figures::Ranking { options, .. } => {
                for thing in options {
                    let option = (thing.code, self.wording.label(thing.label));
                    self.figure(subject, "results-csv-first", &option, thing.first_share * 100.0)?;
                    self.figure(subject, "results-csv-top", &option, thing.ranked_share * 100.0)?;
                    self.figure(subject, "results-csv-points", &option, thing.points)?;
                }
                Ok(())
            }
            Figures::Numeric { mean, median, classes } => {
                self.total(subject, "results-mean", *mean)?;
                self.total(subject, "results-median", *median)?;
                for class in classes {
                    let label = class_label(self.wording, class, decimals(subject.0.question));
                    self.line(subject, "results-csv-count", ["", &label], &class.count.to_string(), "")?;
                }
                Ok(())
            }
            Figures::Nps { score, counts } => {
                for (place, &count) in counts.iter().enumerate() {
                    let option = place.to_string();
                    self.line(subject, "results-csv-count", [&option, &option], &count.to_string(), "")?;
                    let percent = self.number(share(count, counts.iter().sum()) * 100.0);
                    self.line(subject, "results-csv-share", [&option, &option], &percent, "")?;
                }
                self.total(subject, "results-nps", *score)
            }
            // Texts are read on the page; they are no figures.
            Figures::Texts { .. } | Figures::Files => Ok(()),
        }
    }

    fn options(&mut self, subject: &Subject<'_, '_>, options: &[OptionShare<'_>]) -> Result<(), csv::Error> {
        for OptionShare { choice: Choice { code, label, .. }, count, share } in options {
            let label = self.wording.label(label);
            self.line(subject, "results-csv-count", [code.as_str(), &label], &count.to_string(), "")?;
            self.figure(subject, "results-csv-share", &(code, label), share * 100.0)?;
        }
        Ok(())
    }

    fn total(&mut self, subject: &Subject<'_, '_>, measure: &str, value: f64) -> Result<(), csv::Error> {
        let value = self.number(value);
        self.line(subject, measure, ["", ""], &value, "")
    }

    fn figure(
        &mut self,
        subject: &Subject<'_, '_>,
        measure: &str,
        (code, label): &(&Code, String),
        value: f64,
    ) -> Result<(), csv::Error> {
        let value = self.number(value);
        self.line(subject, measure, [code.as_str(), label], &value, "")
    }

    /// A number as data: not rounded for reading, no thousands set apart.
    fn number(&self, value: f64) -> String {
        let text = format!("{value:.6}");
        let text = text.trim_end_matches('0').trim_end_matches('.');
        if self.is_german { text.replace('.', ",") } else { text.to_owned() }
    }
}

//! `rundfrage questionnaire codebook`: the columns that the answers become, what they mean and which values they have.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::ensure;
use clap::ValueEnum;
use rundfrage_shared::language::Language;

use super::{line, load};
use crate::codebook::Codebook;

/// How a codebook is told.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum Format {
    /// To read
    #[default]
    Markdown,
    /// A line a column
    Csv,
}

/// Tells the columns of the questionnaire in `file`.
pub fn run(
    file: &Path,
    language: Option<&Language>,
    format: Format,
    out: &mut impl Write,
    err: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let questionnaire = match load(file) {
        Ok(questionnaire) => questionnaire,
        Err(problems) => {
            for problem in problems {
                writeln!(err, "{}", line(file, &problem))?;
            }
            return Ok(ExitCode::FAILURE);
        }
    };
    let language = language.unwrap_or(&questionnaire.default_language);
    ensure!(questionnaire.languages.contains(language), "--language: the questionnaire has no \"{language}\"");
    let book = Codebook::new(&questionnaire, None, language)?;
    match format {
        Format::Markdown => out.write_all(book.markdown().as_bytes())?,
        Format::Csv => out.write_all(&book.csv()?)?,
    }
    Ok(ExitCode::SUCCESS)
}

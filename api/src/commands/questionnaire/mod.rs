//! `rundfrage questionnaire`: whether questionnaires can be used, and if not, where they are wrong; and the commands that make
//! something of them.

mod codebook;
mod convert;
mod translations;

use std::fs::File;
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use rundfrage_shared::language::Language;
use rundfrage_shared::questionnaire::format::schema;
use rundfrage_shared::questionnaire::model::Questionnaire;
use rundfrage_shared::questionnaire::problem::{Problem, counted};
use rundfrage_shared::questionnaire::read::{LARGEST, read};

use self::codebook::Format;
use self::convert::As;

/// What can be done with questionnaires in files.
#[derive(Debug, Subcommand)]
pub enum Args {
    /// Read each file and name everything that is wrong with it
    Check {
        /// Questionnaires in YAML or JSON
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Take over a questionnaire of another tool (.lss, .xlsx of a form, .json of a survey), or write ours for one
    ///
    /// Whatever could not be carried over goes to standard error, a line each, with its place.
    Convert {
        /// The questionnaire: .lss, .xlsx, .json or .yaml
        #[arg(value_name = "IN")]
        from: PathBuf,
        /// The file to write: .yaml, .json or .xlsx
        #[arg(value_name = "OUT")]
        to: PathBuf,
        /// What to write, where the name does not say it
        #[arg(long = "as", value_enum)]
        wanted: Option<As>,
    },
    /// Lists of texts for translators, and what they bring back
    #[command(subcommand)]
    Translations(translations::Args),
    /// Tell the columns that the answers become, what they mean and which values they have
    Codebook {
        /// A questionnaire in YAML or JSON
        file: PathBuf,
        /// One of its languages; without it its default language
        #[arg(long)]
        language: Option<Language>,
        /// How to tell it
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Print the JSON Schema of the format
    Schema,
}

/// Runs the command; checking succeeds only if nothing is wrong with any of the files.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let (good, bad) = (&mut io::stdout().lock(), &mut io::stderr().lock());
    match args {
        Args::Check { files } => Ok(check(files, good, bad)?),
        Args::Convert { from, to, wanted } => convert::run(from, to, *wanted, bad),
        Args::Translations(args) => translations::run(args, good, bad),
        Args::Codebook { file, language, format } => codebook::run(file, language.as_ref(), *format, good, bad),
        Args::Schema => {
            good.write_all(schema().as_bytes())?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn check(files: &[PathBuf], good: &mut impl Write, bad: &mut impl Write) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for file in files {
        match load(file) {
            Ok(questionnaire) => writeln!(good, "{}: ok ({})", file.display(), summary(&questionnaire))?,
            Err(problems) => {
                code = ExitCode::FAILURE;
                for problem in problems {
                    writeln!(bad, "{}", line(file, &problem))?;
                }
            }
        }
    }
    Ok(code)
}

fn load(file: &Path) -> Result<Questionnaire, Vec<Problem>> {
    read(&bytes(file, LARGEST)?)
}

/// What is in the file; one byte more than allowed is enough to tell that there is too much.
fn bytes(file: &Path, largest: usize) -> Result<Vec<u8>, Vec<Problem>> {
    let cannot = |error: io::Error| {
        vec![Problem { line: None, path: String::new(), reason: format!("the file cannot be read: {error}") }]
    };
    let mut source = Vec::new();
    let most = largest as u64 + 1;
    File::open(file).and_then(|open| open.take(most).read_to_end(&mut source)).map_err(cannot)?;
    Ok(source)
}

fn summary(questionnaire: &Questionnaire) -> String {
    let tags = |languages: &[Language]| {
        let mut tags: Vec<_> = languages.iter().map(Language::as_str).collect();
        tags.sort_unstable();
        tags.join(", ")
    };
    let questions = counted(questionnaire.questions().count(), "question");
    let sections = counted(questionnaire.sections.len(), "section");
    let in_work = tags(&questionnaire.languages_in_work);
    let in_work = if in_work.is_empty() { in_work } else { format!("; in work {in_work}") };
    format!("{questions} in {sections}, languages {}{in_work}", tags(&questionnaire.languages))
}

/// A problem with a file, in one line.
#[must_use]
pub fn line(file: &Path, problem: &Problem) -> String {
    let place = problem.line.map(|line| format!(":{line}")).unwrap_or_default();
    let path = if problem.path.is_empty() { String::new() } else { format!("{}: ", problem.path) };
    format!("{}{place}: {path}{}", file.display(), problem.reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(files: &[&str]) -> (ExitCode, String, String) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/examples/questionnaires");
        let files: Vec<_> = files.iter().map(|file| folder.join(file)).collect();
        let (mut good, mut bad) = (Vec::new(), Vec::new());
        let code = check(&files, &mut good, &mut bad).unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap().replace(&format!("{}/", folder.display()), "");
        (code, text(good), text(bad))
    }

    #[test]
    fn the_examples_are_fine() {
        let (code, good, bad) = checked(&["business_situation.yaml", "location_and_society.yaml"]);
        assert_eq!(code, ExitCode::SUCCESS);
        let expected = "business_situation.yaml: ok (17 questions in 4 sections, languages de, en)\n\
            location_and_society.yaml: ok (20 questions in 4 sections, languages de, en)\n";
        assert_eq!((good.as_str(), bad.as_str()), (expected, ""));
    }

    #[test]
    fn one_bad_file_fails_the_command_and_is_named() {
        let (code, good, bad) = checked(&["business_situation.yaml", "none.yaml", "../../Cargo.toml"]);
        assert_eq!(code, ExitCode::FAILURE);
        assert!(good.starts_with("business_situation.yaml: ok"));
        let lines: Vec<_> = bad.lines().collect();
        assert!(lines[0].starts_with("none.yaml: the file cannot be read: "), "{bad}");
        assert!(lines[1].starts_with("../../Cargo.toml:2: "), "{bad}");
    }
}

//! `rundfrage questionnaire check`: whether questionnaires can be used, and if not, where they are wrong.

use std::fs::File;
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use rundfrage_shared::language::Language;
use rundfrage_shared::questionnaire::model::Questionnaire;
use rundfrage_shared::questionnaire::problem::Problem;
use rundfrage_shared::questionnaire::read::{LARGEST, read};

/// What can be done with questionnaires in files.
#[derive(Debug, Subcommand)]
pub enum Args {
    /// Read each file and name everything that is wrong with it
    Check {
        /// Questionnaires in YAML or JSON
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

/// Checks the files; succeeds only if nothing is wrong with any of them.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let Args::Check { files } = args;
    Ok(check(files, &mut io::stdout().lock(), &mut io::stderr().lock())?)
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
    let cannot = |error: io::Error| {
        vec![Problem { line: None, path: String::new(), reason: format!("the file cannot be read: {error}") }]
    };
    let mut source = Vec::new();
    // One byte more than allowed is enough to tell that there is too much.
    let most = LARGEST as u64 + 1;
    File::open(file).and_then(|open| open.take(most).read_to_end(&mut source)).map_err(cannot)?;
    read(&source)
}

fn summary(questionnaire: &Questionnaire) -> String {
    let mut languages: Vec<_> = questionnaire.languages.iter().map(Language::as_str).collect();
    languages.sort_unstable();
    let (questions, sections) = (questionnaire.questions().count(), questionnaire.sections.len());
    format!("{questions} questions in {sections} sections, languages {}", languages.join(", "))
}

fn line(file: &Path, problem: &Problem) -> String {
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

//! `rundfrage questionnaire convert`: questionnaires of other tools into ours, and ours into theirs.

use std::fs::File;
use std::io::{self, Read as _, Write};
use std::path::Path;
use std::process::ExitCode;

use rundfrage_shared::questionnaire::convert::{LARGEST, Report, Tool, surveyjs, xlsform};
use rundfrage_shared::questionnaire::format::{Document, to_json, to_yaml};
use rundfrage_shared::questionnaire::problem::{Problem, counted};

use super::line;

/// What a questionnaire is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum As {
    /// Our YAML
    Yaml,
    /// Our JSON
    Json,
    /// An `XLSForm`
    Xlsform,
    /// The JSON of `SurveyJS`
    Surveyjs,
}

impl As {
    /// By the end of the file's name.
    fn by_name(file: &Path) -> Option<Self> {
        match file.extension()?.to_str()? {
            "yaml" | "yml" => Some(Self::Yaml),
            "json" => Some(Self::Json),
            "xlsx" => Some(Self::Xlsform),
            _ => None,
        }
    }
}

/// Converts `from` into `to`; what could not be carried over goes to `told`, a line each. Nothing is written if the file cannot
/// be used.
pub fn run(from: &Path, to: &Path, wanted: Option<As>, told: &mut impl Write) -> anyhow::Result<ExitCode> {
    let Some(wanted) = wanted.or_else(|| As::by_name(to)) else {
        writeln!(told, "{}: end the name with .yaml, .json or .xlsx, or say --as", to.display())?;
        return Ok(ExitCode::FAILURE);
    };
    let converted = load(from).and_then(|source| {
        let name = from.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let tool = Tool::of(&name, &source);
        let unknown = || refusal("what wrote this is not known; its name ends with .lss, .xlsx, .json or .yaml");
        tool.ok_or_else(unknown)?.convert(&source, &name)
    });
    let (document, mut report) = match converted {
        Ok(converted) => converted,
        Err(problems) => {
            for problem in problems {
                writeln!(told, "{}", line(from, &problem))?;
            }
            return Ok(ExitCode::FAILURE);
        }
    };
    let out = written(&document, wanted, &mut report)?;
    tell(from, &report, told)?;
    std::fs::write(to, out).map_err(|error| anyhow::anyhow!("{} cannot be written: {error}", to.display()))?;
    Ok(ExitCode::SUCCESS)
}

fn written(document: &Document, wanted: As, report: &mut Report) -> anyhow::Result<Vec<u8>> {
    Ok(match wanted {
        As::Yaml => to_yaml(document)?.into_bytes(),
        As::Json => to_json(document)?.into_bytes(),
        As::Xlsform => xlsform::write(document, report)?,
        As::Surveyjs => surveyjs::write(document, report).into_bytes(),
    })
}

fn tell(from: &Path, report: &Report, told: &mut impl Write) -> io::Result<()> {
    for notice in &report.notices {
        writeln!(told, "{}: {notice}", from.display())?;
    }
    if report.untold > 0 {
        writeln!(told, "{}: {} more could not be carried over", from.display(), report.untold)?;
    }
    if report.questions > 0 {
        let Report { questions, carried, replaced, dropped, .. } = report;
        let questions = counted(*questions, "question");
        let counts = format!("{questions}: {carried} carried over, {replaced} replaced, {dropped} left out");
        writeln!(told, "{}: {counts}", from.display())?;
    }
    Ok(())
}

fn refusal(reason: &str) -> Vec<Problem> {
    vec![Problem { line: None, path: String::new(), reason: reason.into() }]
}

fn load(file: &Path) -> Result<Vec<u8>, Vec<Problem>> {
    let mut source = Vec::new();
    // One byte more than allowed is enough to tell that there is too much.
    let most = LARGEST as u64 + 1;
    let read = File::open(file).and_then(|open| open.take(most).read_to_end(&mut source));
    read.map_err(|error| refusal(&format!("the file cannot be read: {error}")))?;
    Ok(source)
}

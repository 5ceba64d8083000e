//! `rundfrage questionnaire translations`: how far each language is, lists for translators, and what they bring back.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::Subcommand;
use rundfrage_shared::clock::Clock;
use rundfrage_shared::language::Language;
use rundfrage_shared::questionnaire::format::{Document, to_json, to_yaml};
use rundfrage_shared::questionnaire::read::{LARGEST, document};
use rundfrage_shared::questionnaire::translation::{
    self, Catalogue, OnChange, Pair, Refusal, completeness, offer, take, workbook, xliff,
};

use super::{bytes, line};

/// What can be done with translations.
#[derive(Debug, Subcommand)]
pub enum Args {
    /// Show how far each language is, and every text that is missing
    Status {
        /// A questionnaire in YAML or JSON
        file: PathBuf,
    },
    /// Write a list of all texts for a translator: a workbook (.xlsx) or XLIFF 1.2 (.xlf)
    Export {
        /// A questionnaire in YAML or JSON
        file: PathBuf,
        /// The list to write; its ending names the format
        out: PathBuf,
        /// The language to translate from
        #[arg(long, value_name = "LANGUAGE", value_parser = Language::parse)]
        from: Language,
        /// The language to translate into
        #[arg(long, value_name = "LANGUAGE", value_parser = Language::parse)]
        to: Language,
    },
    /// Take the translations of a list: all of them, or nothing
    Import {
        /// The questionnaire as it is now
        file: PathBuf,
        /// The list that came back
        list: PathBuf,
        /// The questionnaire to write, in YAML or JSON by its ending
        out: PathBuf,
        /// Leave out texts that have changed since the list was written, instead of refusing the list
        #[arg(long)]
        leave_out_changed: bool,
    },
    /// Offer a language to respondents, once no text is missing in it
    Offer {
        /// The questionnaire as it is now
        file: PathBuf,
        /// The language
        #[arg(value_parser = Language::parse)]
        language: Language,
        /// The questionnaire to write
        out: PathBuf,
    },
}

/// Runs the command; it fails, and writes nothing, if anything is wrong with a file.
pub fn run(args: &Args, good: &mut impl Write, bad: &mut impl Write) -> anyhow::Result<ExitCode> {
    let (Args::Status { file } | Args::Export { file, .. } | Args::Import { file, .. } | Args::Offer { file, .. }) =
        args;
    let source = match bytes(file, LARGEST).and_then(|source| document(&source)) {
        Ok(source) => source,
        Err(problems) => {
            problems.iter().try_for_each(|problem| writeln!(bad, "{}", line(file, problem)))?;
            return Ok(ExitCode::FAILURE);
        }
    };
    match args {
        Args::Status { .. } => status(&source, good)?,
        Args::Export { out, from, to, .. } => {
            export(&source, out, Pair::new(&source, from.clone(), to.clone())?, good)?;
        }
        Args::Import { list, out, leave_out_changed, .. } => {
            let on_change = if *leave_out_changed { OnChange::LeaveOut } else { OnChange::Refuse };
            return import(&source, (list, out), on_change, good, bad);
        }
        Args::Offer { language, out, .. } => match offer(&source, language) {
            Ok(offered) => {
                write(&offered, out)?;
                writeln!(good, "{}: {language} is offered", out.display())?;
            }
            Err(refused) => return refuse(file, &refused, bad),
        },
    }
    Ok(ExitCode::SUCCESS)
}

fn status(source: &Document, good: &mut impl Write) -> io::Result<()> {
    let states = completeness(source);
    for state in &states {
        let standing = if state.is_offered { "offered" } else { "in work" };
        writeln!(
            good,
            "{}: {} of {} texts, {} %, {standing}",
            state.language,
            state.there,
            state.all,
            state.percent()
        )?;
    }
    for state in &states {
        for gap in &state.gaps {
            writeln!(good, "{}: {}: missing: {}", state.language, gap.place.key, gap.text.replace('\n', " "))?;
        }
    }
    Ok(())
}

fn export(source: &Document, out: &Path, pair: Pair, good: &mut impl Write) -> anyhow::Result<()> {
    let list = Catalogue::of(source, pair);
    let bytes = match Format::of(out)? {
        Format::Workbook => workbook::write(&list, Clock::System.now()),
        Format::Xliff => xliff::write(&list, &source.id),
    };
    store(out, &bytes.map_err(|refusal| anyhow::anyhow!("{refusal}"))?)?;
    let missing = list.lines.iter().filter(|line| line.target.is_empty()).count();
    writeln!(good, "{}: {} texts, {missing} without a translation", out.display(), list.lines.len())?;
    Ok(())
}

fn import(
    source: &Document,
    (list, out): (&Path, &Path),
    on_change: OnChange,
    good: &mut impl Write,
    bad: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let bytes = match bytes(list, translation::LARGEST) {
        Ok(bytes) => bytes,
        Err(problems) => bail!("{}", problems.first().map(|problem| line(list, problem)).unwrap_or_default()),
    };
    let read = match Format::of(list)? {
        Format::Workbook => workbook::read(&bytes),
        Format::Xliff => xliff::read(&bytes),
    };
    let taken = match read.and_then(|read| take(source, &read, on_change)) {
        Ok(taken) => taken,
        Err(refused) => return refuse(list, &refused, bad),
    };
    write(&taken.document, out)?;
    for left in &taken.left_out {
        writeln!(bad, "{}: left out: {left}", list.display())?;
    }
    let (changed, blank) = (taken.changed, taken.blank);
    writeln!(good, "{}: {changed} texts taken, {blank} without a translation", out.display())?;
    Ok(ExitCode::SUCCESS)
}

fn refuse(file: &Path, refused: &[Refusal], bad: &mut impl Write) -> anyhow::Result<ExitCode> {
    refused.iter().try_for_each(|refusal| writeln!(bad, "{}: {refusal}", file.display()))?;
    Ok(ExitCode::FAILURE)
}

enum Format {
    Workbook,
    Xliff,
}

impl Format {
    fn of(file: &Path) -> anyhow::Result<Self> {
        match ending(file).as_str() {
            "xlsx" => Ok(Self::Workbook),
            "xlf" | "xliff" => Ok(Self::Xliff),
            _ => bail!("{}: the file must end in .xlsx, .xlf or .xliff", file.display()),
        }
    }
}

fn ending(file: &Path) -> String {
    file.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase()
}

fn write(document: &Document, out: &Path) -> anyhow::Result<()> {
    let text = if ending(out) == "json" { to_json(document) } else { to_yaml(document) };
    store(out, text?.as_bytes())
}

/// Writes a file beside its place and moves it there when it is whole.
fn store(out: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let mut part = out.as_os_str().to_owned();
    part.push(".part");
    let told = || format!("{} cannot be written", out.display());
    std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, out)).with_context(told)
}

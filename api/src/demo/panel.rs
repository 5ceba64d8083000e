//! The panel: the 400 companies of the example file, and as many more as are wanted, put together from the words of those.

use std::fs::File;
use std::io::{BufWriter, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use rundfrage_shared::Context;
use rundfrage_shared::panel::import::{Mode, import as import_file};

use super::dice::Dice;
use super::organisation::{ACTOR, Home};

/// The example file.
const EXAMPLE: &str = include_str!("../../../shared/examples/panel/hessen_400.csv");

/// Imports `companies` companies.
pub async fn import(ctx: &Context, home: &Home, companies: u64) -> anyhow::Result<()> {
    let file = write(&ctx.settings.data_dir, companies)?;
    let report = import_file(ctx, &home.organisation, file, Mode::Apply, ACTOR).await?;
    anyhow::ensure!(
        report.refused_count == 0,
        "the example panel has rows that are refused: {:?}",
        report.refused.first()
    );
    Ok(())
}

/// Writes the panel into a file of the folder, for a look and for trying the import, and opens it.
fn write(folder: &Path, companies: u64) -> anyhow::Result<File> {
    let path = folder.join("panel.csv");
    let file = File::options().read(true).write(true).create(true).truncate(true).open(path)?;
    let mut out = BufWriter::new(file);
    let (heading, rows) = EXAMPLE.split_once('\n').unwrap_or_default();
    writeln!(out, "{heading}")?;
    let rows: Vec<&str> = rows.lines().collect();
    for row in rows.iter().zip(0..companies).map(|(row, _)| row) {
        writeln!(out, "{row}")?;
    }
    let words = Words::of(&rows);
    let dice = Dice::of(&["panel"]);
    for number in rows.len() as u64..companies {
        writeln!(out, "{}", words.company(&dice, number + 1))?;
    }
    let mut file = out.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(file)
}

/// The columns of the example, and its names cut into words.
struct Words<'a> {
    rows: Vec<Vec<&'a str>>,
}

impl<'a> Words<'a> {
    fn of(rows: &[&'a str]) -> Self {
        Self { rows: rows.iter().map(|row| row.split(',').collect()).collect() }
    }

    fn draw(&self, dice: &Dice, column: usize) -> &'a str {
        self.rows[dice.place(self.rows.len())][column]
    }

    /// The first word of one name, the second of another, and what follows in a third.
    fn name(&self, dice: &Dice, column: usize) -> String {
        let [first, middle, last] = [0, 1, 2].map(|_| self.draw(dice, column));
        let first = first.split(' ').next().unwrap_or_default();
        let middle = middle.split(' ').nth(1).unwrap_or_default();
        let rest = |from| last.splitn(from, ' ').nth(from - 1).unwrap_or_default();
        if column == COMPANY { format!("{first} {middle} {}", rest(3)) } else { format!("{first} {}", rest(2)) }
    }

    /// Sector, size, region, cluster and language of existing companies, each with the frequency it has there.
    fn company(&self, dice: &Dice, number: u64) -> String {
        let [sector, size, place] = [0, 1, 2].map(|_| &self.rows[dice.place(self.rows.len())]);
        let fields = [
            &format!("HE-{number:07}"),
            &self.name(dice, COMPANY),
            "",
            sector[SECTOR],
            sector[SECTOR + 1],
            size[SIZE],
            size[SIZE + 1],
            place[REGION],
            sector[CLUSTER],
            &self.name(dice, CONTACT),
            &format!("kontakt{number:07}@betrieb{number:07}.example"),
            self.draw(dice, LANGUAGE),
        ];
        fields.join(",")
    }
}

const COMPANY: usize = 1;
const SECTOR: usize = 3;
const SIZE: usize = 5;
const REGION: usize = 7;
const CLUSTER: usize = 8;
const CONTACT: usize = 9;
const LANGUAGE: usize = 11;

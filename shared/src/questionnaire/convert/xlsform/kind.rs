//! The types of rows of the survey sheet.

/// The kinds of files that are pictures.
pub const PICTURES: [&str; 2] = ["png", "jpg"];

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Decimal,
    /// A number on a line.
    Range,
    /// One of a list.
    One(Select),
    /// Some of a list.
    Several(Select),
    /// A list in an order of preference.
    Rank(String),
    /// A text without an answer.
    Note,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// Both.
    DateTime,
    /// A point on the earth.
    Point,
    /// A line or an area on the earth.
    Trace,
    /// A picture, a recording or another file, by its name.
    File(&'static str),
    /// A telephone number.
    Phone,
    /// A code that is scanned.
    Barcode,
    /// A value that follows from answers.
    Calculate,
    /// A value that nobody sees.
    Hidden,
    /// A statement to agree to.
    Acknowledge,
    /// What the device notes by itself.
    Metadata,
    /// Choices from a file beside the form, one or several.
    FromFile {
        /// Several of them.
        several: bool,
    },
    /// Data from a file beside the form.
    Data,
    /// A statement of a [`Frame::Score`] or a rank of a [`Frame::Rank`].
    Row,
    /// Begins what stands together.
    Begin(Frame),
    /// Ends it.
    End(Frame),
}

/// A choice from a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Select {
    /// The name of the list.
    pub list: String,
    /// Also something else, to be named.
    pub or_other: bool,
}

/// What rows can stand together in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A group.
    Group,
    /// A group that is filled in several times.
    Repeat,
    /// Statements that are rated by one list, of `KoboToolbox`.
    Score,
    /// Ranks that are given to the items of a list, of `KoboToolbox`.
    Rank,
    /// Questions that are asked for each item of a list, of `KoboToolbox`.
    Matrix,
    /// A group of another kind that only some tools know.
    Special,
}

/// Reads a type as it is written, however it is spelled; `None`: it is not known.
pub fn read(written: &str) -> Option<Kind> {
    let words: Vec<&str> = written.split_whitespace().collect();
    let folded = words.join("_").to_lowercase();
    if let Some(kind) = plain(&folded) {
        return Some(kind);
    }
    let frame = |rest: &str| match rest.trim_start_matches('_') {
        "group" => Frame::Group,
        "repeat" | "lgroup" | "looped_group" => Frame::Repeat,
        "score" => Frame::Score,
        "rank" => Frame::Rank,
        "kobomatrix" => Frame::Matrix,
        _ => Frame::Special,
    };
    if let Some(rest) = folded.strip_prefix("begin_") {
        return Some(Kind::Begin(frame(rest)));
    }
    if let Some(rest) = folded.strip_prefix("end_") {
        return Some(Kind::End(frame(rest)));
    }
    select(&words)
}

/// Types that take nothing behind them.
fn plain(folded: &str) -> Option<Kind> {
    Some(match folded {
        "text" | "string" | "add_text_prompt" => Kind::Text,
        "integer" | "int" | "add_integer_prompt" => Kind::Integer,
        "decimal" | "add_decimal_prompt" => Kind::Decimal,
        "range" => Kind::Range,
        "note" | "add_note_prompt" => Kind::Note,
        "date" | "add_date_prompt" => Kind::Date,
        "time" | "add_time_prompt" => Kind::Time,
        "datetime" | "date_time" | "add_date_time_prompt" => Kind::DateTime,
        "geopoint" | "location" | "gps" | "add_location_prompt" => Kind::Point,
        "geotrace" | "geoshape" => Kind::Trace,
        "image" | "photo" | "add_image_prompt" => Kind::File("image"),
        "audio" | "add_audio_prompt" => Kind::File("audio"),
        "video" | "add_video_prompt" => Kind::File("video"),
        "file" | "add_file_prompt" => Kind::File("file"),
        "phone_number" | "add_phone_number_prompt" => Kind::Phone,
        "barcode" | "add_barcode_prompt" => Kind::Barcode,
        "calculate" | "calculate_here" | "add_calculate_prompt" => Kind::Calculate,
        "hidden" => Kind::Hidden,
        "acknowledge" | "trigger" | "add_acknowledge_prompt" => Kind::Acknowledge,
        "csv-external" | "xml-external" => Kind::Data,
        "score__row" | "rank__level" => Kind::Row,
        other => return noted(other).then_some(Kind::Metadata),
    })
}

/// What devices note by themselves.
fn noted(folded: &str) -> bool {
    let named = [
        "start",
        "end",
        "today",
        "start_time",
        "end_time",
        "deviceid",
        "device_id",
        "imei",
        "subscriberid",
        "subscriber_id",
        "simserial",
        "sim_id",
        "phonenumber",
        "username",
        "user_name",
        "email",
        "audit",
        "caseid",
        "version",
        "start-geopoint",
        "background-audio",
        "background-geopoint",
        "text_audit",
        "audio_audit",
        "comments",
    ];
    let begins = ["uri:", "get_", "speed_violations", "sensor_"];
    named.contains(&folded) || begins.iter().any(|begin| folded.starts_with(begin))
}

/// Choices from a list: `select_one LIST`, `select multiple LIST or_other`, and as they were written in older forms.
fn select(words: &[&str]) -> Option<Kind> {
    const ONE: [&str; 5] = ["select_one", "select1", "add_select_one_prompt", "select_one_from", "select_one_external"];
    const SEVERAL: [&str; 5] = [
        "select_multiple",
        "select_all_that_apply",
        "add_select_multiple_prompt",
        "select_multiple_from",
        "select_multiple_external",
    ];
    for length in (1..=words.len().min(5)).rev() {
        let (begin, rest) = words.split_at(length);
        let begin = begin.join("_").to_lowercase();
        if matches!(begin.as_str(), "rank" | "odk:rank") {
            return Some(Kind::Rank(rest.first().map(|list| (*list).to_owned()).unwrap_or_default()));
        }
        if begin.starts_with("select_") && begin.ends_with("_from_file") {
            return Some(Kind::FromFile { several: begin.starts_with("select_multiple") });
        }
        if ONE.contains(&begin.as_str()) {
            return Some(Kind::One(from(rest)));
        }
        if SEVERAL.contains(&begin.as_str()) {
            return Some(Kind::Several(from(rest)));
        }
    }
    None
}

/// The list behind a type, with or without a word before it.
fn from(words: &[&str]) -> Select {
    let words = match words.first().map(|word| word.to_lowercase()).as_deref() {
        Some("from" | "using") if words.len() > 1 => &words[1..],
        _ => words,
    };
    let list = words.first().map(|list| (*list).to_owned()).unwrap_or_default();
    let behind = words.get(1..).unwrap_or_default().join("_").to_lowercase();
    Select { list, or_other: matches!(behind.as_str(), "or_other" | "or_specify_other" | "specify_other") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_known_however_they_are_spelled() {
        let one = |list: &str, or_other| Some(Kind::One(Select { list: list.into(), or_other }));
        assert_eq!(read("select_one yes_no"), one("yes_no", false));
        assert_eq!(read("  Select One   from sexes or specify other "), one("sexes", true));
        assert_eq!(read("select1 a or_other"), one("a", true));
        assert_eq!(read("add select one prompt using a"), one("a", false));
        assert_eq!(read("select_one"), one("", false));
        let several = Some(Kind::Several(Select { list: "Veg".into(), or_other: false }));
        assert_eq!(read("select all that apply from Veg"), several);
        assert_eq!(read("select multiple Veg"), several);
        assert_eq!(read("select_one_external Veg"), one("Veg", false));
        assert_eq!(read("rank Veg"), Some(Kind::Rank("Veg".into())));
        assert_eq!(read("select_one_from_file a.csv"), Some(Kind::FromFile { several: false }));
        assert_eq!(read("select_multiple_from_file a"), Some(Kind::FromFile { several: true }));
        assert_eq!(read("begin  group"), Some(Kind::Begin(Frame::Group)));
        assert_eq!(read("END_REPEAT"), Some(Kind::End(Frame::Repeat)));
        assert_eq!(read("begin loop over a"), Some(Kind::Begin(Frame::Special)));
        assert_eq!(read("begin looped group"), Some(Kind::Begin(Frame::Repeat)));
        assert_eq!((read("phone number"), read("phonenumber")), (Some(Kind::Phone), Some(Kind::Metadata)));
        assert_eq!(read("dateTime"), Some(Kind::DateTime));
        assert_eq!(read("end"), Some(Kind::Metadata));
        assert_eq!(read("uri:deviceid"), Some(Kind::Metadata));
        assert_eq!(read("txet"), None);
    }
}

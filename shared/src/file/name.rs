//! Names of files, as they may be shown, written into a header and stored on anybody's disk.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Characters of a name; of a longer one the beginning and the ending are kept.
const LONGEST: usize = 100;
/// Characters of an ending.
const LONGEST_ENDING: usize = 8;

/// The name of a file: no folder, no character that does something, not empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FileName(String);

/// Nothing is left of a name.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("the name of the file is empty")]
pub struct NotAFileName;

impl FileName {
    /// A safe name from what a browser sends: without folders, control characters, signs that change the direction of writing or
    /// cannot be seen, and without what some disk does not take. Quotation marks stay: people write them, and a browser changes
    /// them where its disk does not take them.
    pub fn of_upload(sent: &str) -> Result<Self, NotAFileName> {
        let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
        let kept = last.chars().filter(|sign| !is_invisible(*sign));
        let kept: String = kept.map(|sign| if "<>:|?*".contains(sign) { '_' } else { sign }).collect();
        let words = kept.split_whitespace().collect::<Vec<_>>().join(" ");
        // A point in front hides a file, one at the end loses its ending on some disk.
        let bare = words.trim_matches([' ', '.']);
        if bare.is_empty() { Err(NotAFileName) } else { Ok(Self(shortened(bare))) }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Control characters, signs of direction, joiners and other marks that are not seen.
fn is_invisible(sign: char) -> bool {
    sign.is_control()
        || matches!(sign,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending).filter(|it| it.chars().count() <= LONGEST_ENDING);
    let ending = ending.map_or(String::new(), |ending| format!(".{ending}"));
    let room = LONGEST - ending.chars().count();
    name.chars().take(room).collect::<String>().trim_end_matches([' ', '.']).to_owned() + &ending
}

impl TryFrom<String> for FileName {
    type Error = NotAFileName;
    fn try_from(text: String) -> Result<Self, NotAFileName> {
        Self::of_upload(&text)
    }
}

impl From<FileName> for String {
    fn from(name: FileName) -> Self {
        name.0
    }
}

impl std::fmt::Display for FileName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn safe(sent: &str) -> String {
        FileName::of_upload(sent).map_or(String::new(), String::from)
    }

    #[test]
    fn nothing_dangerous_is_left_of_a_name() {
        for (sent, expected) in [
            ("Jahresabschluss 2025.pdf", "Jahresabschluss 2025.pdf"),
            ("Übersicht – Größen.xlsx", "Übersicht – Größen.xlsx"),
            (r"C:\Users\ich\a.pdf", "a.pdf"),
            ("../../etc/passwd", "passwd"),
            ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf"),
            ("rechnung\u{202e}fdp.exe", "rechnungfdp.exe"),
            ("\u{200b}a\u{feff}.pdf", "a.pdf"),
            ("  .htaccess ", "htaccess"),
            ("a \"b\".pdf", "a \"b\".pdf"),
            ("..", ""),
            ("/", ""),
            ("\u{200b}", ""),
        ] {
            assert_eq!(safe(sent), expected, "{sent:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = safe(&format!("{}.pdf", "ä".repeat(300)));
        assert_eq!((name.chars().count(), name.ends_with("ä.pdf")), (LONGEST, true));
    }

    proptest! {
        #[test]
        fn a_safe_name_stays_as_it_is(sent in "\\PC{0,150}(\\.[a-z]{1,12})?") {
            let once = safe(&sent);
            prop_assert_eq!(safe(&once), once);
        }
    }
}

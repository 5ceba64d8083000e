//! What a condition may ask of the panel. A name that no company has, or a value that none can have, makes a question that is
//! never asked, and nobody would notice.

use crate::classification;
use crate::panel::{Sector, SizeClass};
use crate::questionnaire::problem::quoted;

/// The attributes that every company may have.
pub const KNOWN: [&str; 5] = ["sector", "nace", "size", "region", "cluster"];

/// What to say of an attribute that neither the panel nor the questionnaire knows.
pub fn unknown(name: &str) -> String {
    let known = KNOWN.join(", ");
    format!(
        "the panel has no attribute {}; known are: {known}; name one of your own under \"classification\" first",
        quoted(name)
    )
}

/// The value, if a company can have it, written as it is stored.
pub fn value<'t>(attribute: &str, text: &'t str) -> Result<&'t str, String> {
    let (can_be, hint) = match attribute {
        "sector" => (classification::section(text).is_some(), "write the letter of a NACE section, A to U"),
        "nace" => (Sector::parse(text).is_ok_and(|sector| sector.as_str() == text), "write a NACE code such as 25.6"),
        "size" => (
            SizeClass::ALL.iter().any(|class| class.as_str() == text),
            "write one of the size classes 1-9, 10-49, 50-249, 250+",
        ),
        "region" => (classification::kreis(text).is_some(), "write the five digits of a Kreis (AGS), such as 06411"),
        _ => (!text.is_empty(), "write a value"),
    };
    can_be.then_some(text).ok_or_else(|| format!("no company has the {attribute} {}; {hint}", quoted(text)))
}

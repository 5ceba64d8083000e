//! Links: a plain text says where they lead.

use super::decoded;

/// A link that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    address: String,
    /// Where its words begin in the text.
    pub from: usize,
}

impl Link {
    /// A link to `address`, whose words begin at the byte `from`.
    pub fn new(address: &str, from: usize) -> Self {
        Self { address: address.trim().to_owned(), from }
    }

    /// What follows its `words`, so that they say the address; nothing where they do, or where it leads nowhere.
    pub fn told(&self, words: &str) -> String {
        let address = decoded(&self.address);
        let Some((scheme, behind)) = address.split_once(':') else { return String::new() };
        let shown = match scheme.to_ascii_lowercase().as_str() {
            // What an address of mail has besides is for programs.
            "mailto" => behind.split('?').next().unwrap_or_default(),
            "http" | "https" => address.as_str(),
            _ => return String::new(),
        };
        if shown.is_empty() || words == shown || words == address {
            return String::new();
        }
        // The whole text is decoded once more.
        let shown = shown.replace('&', "&amp;");
        if words.is_empty() { shown } else { format!(" ({shown})") }
    }
}

//! What the panel knows of the company that answers.

use std::collections::BTreeMap;

/// What the panel knows of the company that answers, frozen at launch: `sector` (NACE section), `nace`, `size`,
/// `region` (AGS), `cluster`, and the panel's own attributes.
pub type Attributes = BTreeMap<String, String>;

//! What we take of KERN's style sheet: the rules of the parts our pages use, and the tokens they ask for.

use crate::fallback::without_fallbacks;
use crate::shake::{Used, without_idle_tokens};
use crate::sheet::squeeze;

/// KERN's notice; comments are squeezed out of the rest.
const NOTICE: &str =
    "/*! KERN UX, https://kern-ux.de, EUPL-1.2; Fira Sans, SIL Open Font License 1.1; Rundfrage, EUPL-1.2 */\n";

/// What pages with the classes in `used` need of KERN's sheet, tokens that `ours` ask for included.
pub fn sheet(source: &str, used: &Used, ours: &[&str]) -> String {
    let squeezed = squeeze(source);
    let source = squeezed.strip_prefix("@charset \"UTF-8\";").unwrap_or(&squeezed);
    format!("{NOTICE}{}", without_idle_tokens(&without_fallbacks(&used.shake(source)), ours))
}

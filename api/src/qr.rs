//! QR codes: an address as a picture that a telephone reads.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

use crate::errors::WebError;

/// What readers need around the code, in modules.
const QUIET: usize = 4;

/// A QR code as one path of an SVG; `parts::qr` draws it.
#[derive(Clone, Debug)]
pub struct Qr {
    /// Width and height, in modules.
    pub size: usize,
    /// The dark modules, those beside each other in one stroke.
    pub path: String,
}

impl Qr {
    /// The code of an address. It is still read when a sixth of it is soiled.
    pub fn of(address: &str) -> Result<Self, WebError> {
        let code = QrCode::with_error_correction_level(address, EcLevel::M);
        let code = code.map_err(|error| WebError::Internal(error.into()))?;
        let (width, modules) = (code.width(), code.to_colors());
        let mut path = String::new();
        for (y, row) in modules.chunks(width).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|one, next| one == next) {
                if run[0] == Color::Dark {
                    let _ = write!(path, "M{} {}h{}v1h-{}z", x + QUIET, y + QUIET, run.len(), run.len());
                }
                x += run.len();
            }
        }
        Ok(Self { size: width + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_square_with_its_three_corners() {
        let qr = Qr::of(&format!("https://umfrage.example.org/r/{}", "a".repeat(43))).unwrap();
        let far = qr.size - QUIET - 7;
        for (x, y) in [(QUIET, QUIET), (far, QUIET), (QUIET, far)] {
            assert!(qr.path.contains(&format!("M{x} {y}h7v1h-7z")), "{x} {y}: {}", qr.path);
        }
    }

    #[test]
    fn what_no_code_can_hold_is_an_error() {
        assert!(Qr::of(&"a".repeat(5_000)).is_err());
    }
}

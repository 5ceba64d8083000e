//! The form that brings back a translator's list.

use axum::extract::multipart::{Multipart, MultipartError};
use axum::http::StatusCode;

use crate::errors::WebError;

/// What was sent.
#[derive(Debug, Default)]
pub struct Upload {
    /// The list.
    pub bytes: Vec<u8>,
    /// Whether texts that have changed meanwhile are left out.
    pub leaves_out: bool,
}

/// Reads the fields `file` and `leave_out`.
pub async fn read(mut form: Multipart) -> Result<Upload, WebError> {
    let bad = |error: MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => WebError::TooLarge,
        _ => WebError::BadForm(error.body_text()),
    };
    let mut upload = Upload::default();
    while let Some(field) = form.next_field().await.map_err(bad)? {
        match field.name() {
            Some("file") => upload.bytes = field.bytes().await.map_err(bad)?.into(),
            Some("leave_out") => upload.leaves_out = true,
            _ => return Err(WebError::BadForm("a field that the form does not have".into())),
        }
    }
    Ok(upload)
}

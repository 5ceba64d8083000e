//! The form that brings back a translator's list.

use axum::extract::multipart::Multipart;

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
    let mut upload = Upload::default();
    while let Some(field) = form.next_field().await? {
        match field.name() {
            Some("file") => upload.bytes = field.bytes().await?.into(),
            Some("leave_out") => upload.leaves_out = true,
            _ => return Err(WebError::BadForm("a field that the form does not have".into())),
        }
    }
    Ok(upload)
}

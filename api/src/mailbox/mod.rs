//! `/dev/mailbox`: the mails in the folder, for trying out. It shows everybody's personal links, so it exists only where mails
//! go to a folder and people do not come over TLS, which is to say not in a real installation.

mod folder;
pub mod letter;
pub mod list;

use rundfrage_shared::settings::MailTransport;

use crate::app::App;
use crate::errors::WebError;
use folder::Folder;

/// The folder, if this installation has one to show.
fn folder(app: &App) -> Result<Folder, WebError> {
    let settings = &app.context.settings;
    match &settings.smtp_url {
        MailTransport::Folder(folder) if !settings.is_public_https() => Ok(Folder::new(folder.clone())),
        _ => Err(WebError::NotFound),
    }
}

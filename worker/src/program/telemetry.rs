//! The log: text for people or one JSON object a line. No token and no address of a request is ever written to it.

use std::io::IsTerminal as _;

use rundfrage_shared::settings::{LogFormat, Settings, SettingsError};
use tracing_subscriber::EnvFilter;

/// Begins to log as the settings say; once in a program.
pub fn start(settings: &Settings) -> Result<(), SettingsError> {
    let filter = EnvFilter::try_new(&settings.log).map_err(|error| SettingsError(format!("log: {error}")))?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    match settings.log_format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic: {}", panic.payload_as_str().unwrap_or("?"));
    }));
    Ok(())
}

//! `/r/…`, `/code`, `/c/…`, `/respond/…` and `/unsubscribe/…`: what respondents see.

mod code;
mod colleague;
mod exit;
mod forms;
mod ground;
mod journey;
mod kinds;
mod links;
mod tokens;
mod unsubscribe;

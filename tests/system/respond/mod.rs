//! `/r/…`, `/c/…`, `/respond/…` and `/unsubscribe/…`: what respondents see.

mod colleague;
mod exit;
mod files;
mod forms;
mod ground;
mod journey;
mod kinds;
mod last;
mod links;
mod tokens;
mod unsubscribe;

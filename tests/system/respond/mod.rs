//! `/r/…`, `/c/…`, `/respond/…` and `/unsubscribe/…`: what respondents see.

mod colleague;
mod exit;
mod forms;
mod ground;
mod journey;
mod keep;
mod kinds;
mod links;
mod tokens;
mod unsubscribe;

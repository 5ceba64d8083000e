//! `/r/…`, `/code`, `/o/…`, `/c/…`, `/respond/…` and `/unsubscribe/…`: what respondents see.

mod check;
mod code;
mod colleague;
mod exit;
mod files;
mod forms;
mod ground;
mod journey;
mod keep;
mod kinds;
mod last;
mod links;
mod open;
mod round;
mod tokens;
mod unsubscribe;

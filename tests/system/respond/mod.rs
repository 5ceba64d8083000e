//! `/r/…`, `/respond/…` and `/unsubscribe/…`: what respondents see.

mod forms;
mod ground;
mod journey;
mod links;
mod unsubscribe;

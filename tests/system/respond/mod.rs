//! `/r/…`, `/respond/…` and `/unsubscribe/…`: what respondents see.

mod ground;
mod journey;
mod links;

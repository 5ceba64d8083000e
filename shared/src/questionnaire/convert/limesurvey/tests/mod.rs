//! Surveys of theirs, small ones written here and real ones.

mod asked;
mod expressions;
mod hostile;
mod real;
mod sample;
mod types;

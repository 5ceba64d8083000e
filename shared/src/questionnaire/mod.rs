//! Questionnaires: the model, reading and checking one, routing, and the answers it takes.

pub mod answer;
pub mod cache;
mod code;
pub mod condition;
pub mod expression;
pub mod fault;
pub mod form;
pub mod model;
pub mod order;
pub mod period;
pub mod problem;
pub mod read;
pub mod route;
pub mod store;
pub mod validate;

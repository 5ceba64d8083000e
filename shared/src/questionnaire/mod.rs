//! Questionnaires: the model, reading and checking one, routing, and the answers it takes.

pub mod answer;
pub mod attributes;
pub mod cache;
mod code;
pub mod convert;
pub mod depends;
pub mod difference;
pub mod expression;
pub mod fault;
pub mod form;
pub mod format;
pub mod model;
pub mod moment;
pub mod order;
pub mod period;
pub mod pipe;
pub mod problem;
pub mod read;
pub mod route;
pub mod store;
pub mod sum;
pub mod translation;
pub mod unit;
pub mod validate;
pub mod variables;

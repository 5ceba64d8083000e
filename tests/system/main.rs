//! Whole-system and contract tests. The tree mirrors the rooms of `shared` (`contract/`) and the addresses of the product.

mod commands;
mod configuration;
mod console;
mod contract;
mod instruments;
mod licences;
mod mailbox;
mod public;
mod respond;
mod sending;
mod sudden_death;
mod watch;
mod whole_round;

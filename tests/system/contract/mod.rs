//! What every storage function promises, on both engines alike: one file a room.

mod db;
mod message;
mod migrations;
mod questionnaire;
mod response;
mod round;

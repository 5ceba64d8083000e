//! What every storage function promises, on both engines alike: one file a room.

mod audit;
mod db;
mod doorbell;
mod fieldwork;
mod ground;
mod message;
mod migrations;
mod organisation;
mod panel;
mod questionnaire;
mod response;
mod results;
mod round;
mod staff;
mod suppression;

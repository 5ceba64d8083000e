//! What every storage function promises, on both engines alike: one file a room.

mod db;
mod migrations;
mod response;
mod round;

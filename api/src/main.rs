//! The program `rundfrage`: reads the command line and runs the command.

use std::process::ExitCode;

fn main() -> ExitCode {
    rundfrage::commands::run()
}

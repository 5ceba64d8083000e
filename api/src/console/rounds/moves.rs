//! The buttons of a launched round: undo, cancel, pause, resume.

use axum::extract::State;
use axum::response::Redirect;
use rundfrage_shared::id::RoundId;
use rundfrage_shared::round::launch::{LaunchError, undo};
use rundfrage_shared::round::{IllegalMove, Round, moves};

use super::address;
use crate::app::App;
use crate::console::id::Id;
use crate::console::notice::Notice;
use crate::console::staff::{Editor, Staff};
use crate::errors::WebError;

/// Takes the launch back, within ten minutes.
pub async fn post_undo(State(app): State<App>, editor: Editor, Id(id): Id<RoundId>) -> Result<Redirect, WebError> {
    let moved = undo(&app.context, editor.organisation_id(), id, editor.actor()).await;
    end(&editor, id, moved, "console-undo-done").await
}

/// Cancels the round before it opens.
pub async fn post_cancel(State(app): State<App>, editor: Editor, Id(id): Id<RoundId>) -> Result<Redirect, WebError> {
    let moved = moves::cancel(&app.context, editor.organisation_id(), id, editor.actor()).await;
    end(&editor, id, moved, "console-cancel-done").await
}

/// Holds back mails.
pub async fn post_pause(State(app): State<App>, editor: Editor, Id(id): Id<RoundId>) -> Result<Redirect, WebError> {
    let moved = moves::pause(&app.context, editor.organisation_id(), id, editor.actor()).await;
    end(&editor, id, moved, "console-pause-done").await
}

/// Lets mails go again.
pub async fn post_resume(State(app): State<App>, editor: Editor, Id(id): Id<RoundId>) -> Result<Redirect, WebError> {
    let moved = moves::resume(&app.context, editor.organisation_id(), id, editor.actor()).await;
    end(&editor, id, moved, "console-resume-done").await
}

async fn end(staff: &Staff, id: RoundId, moved: Result<Round, LaunchError>, done: &str) -> Result<Redirect, WebError> {
    let notice = match moved {
        Ok(_) => Notice::done(done),
        Err(LaunchError::NotFound) => return Err(WebError::NotFound),
        Err(LaunchError::Db(error)) => return Err(error.into()),
        Err(LaunchError::Illegal(IllegalMove::UndoWindowPassed)) => Notice::refused("console-undo-too-late"),
        Err(_) => Notice::refused("console-move-refused"),
    };
    notice.leave(&staff.session).await?;
    Ok(Redirect::to(&address(id)))
}

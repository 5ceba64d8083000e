//! `/respond/{response}/{section}/files`: where a page is posted that asks for files. It takes more than other forms do, and is
//! saved as they are.

use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::response::{Redirect, Response as Answer};
use axum_extra::extract::cookie::CookieJar;
use rundfrage_shared::file::{Arrived, Cut, File, LARGEST, MEGABYTE, MOST_BYTES};
use rundfrage_shared::id::FileId;
use rundfrage_shared::questionnaire::fault::{Fault, FieldProblem};
use rundfrage_shared::questionnaire::model::{Code, QuestionKind, Upload};
use tokio::sync::{Semaphore, SemaphorePermit};

use super::oversized;
use super::save::{Coming, MOST_FIELDS, Sent, take};
use super::section::Way;
use super::visit::Visit;
use super::wish::Fields;
use crate::app::App;
use crate::errors::WebError;
use crate::page::Page;

/// Bytes of the largest post. It is more than is kept, so that a page can say which file was too large.
pub const LARGEST_POST: usize = 64 * MEGABYTE;
/// Bytes of everything in a post that is no file: as much as any other form may have.
const LARGEST_FORM: usize = 256 * 1024;
/// Bytes of all posts that are coming in at one time. Whoever sends slowly holds only what has come.
static ROOM: Semaphore = Semaphore::const_new(256 * MEGABYTE);

/// How much these addresses take.
pub fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(LARGEST_POST)
}

/// Whoever loads the page again that was shown after a post is on the page itself.
pub async fn get(Path((_, address)): Path<(String, String)>, visit: Visit) -> Redirect {
    Redirect::to(&visit.address(&address))
}

/// Saves the page with the files that come with it.
pub async fn post(
    State(app): State<App>,
    Path((_, address)): Path<(String, String)>,
    Query(way): Query<Way>,
    visit: Visit,
    page: Page,
    jar: CookieJar,
    form: Multipart,
) -> Result<Answer, WebError> {
    let received = match receive(form).await {
        Ok(received) => received,
        Err(Failure::Post) => return Ok(oversized::show(&visit, page, &address, &way)),
        Err(Failure::Web(error)) => return Err(error),
    };
    let sent = judge(&app, &visit, received.fields, received.files);
    take(&app, Coming { address, way, visit, page, jar }, sent).await
}

/// What came in; as long as it is held, its bytes count.
#[derive(Default)]
struct Received {
    fields: Fields,
    files: Vec<(String, Arrived)>,
    bytes: usize,
    held: Option<SemaphorePermit<'static>>,
}

/// Why a post was not taken in.
enum Failure {
    /// All of it together is too large.
    Post,
    /// Something else.
    Web(WebError),
}

impl From<WebError> for Failure {
    fn from(error: WebError) -> Self {
        Self::Web(error)
    }
}

impl From<MultipartError> for Failure {
    fn from(error: MultipartError) -> Self {
        match WebError::from(error) {
            WebError::TooLarge => Self::Post,
            other => Self::Web(other),
        }
    }
}

/// A name as the visitor's disk has it: browsers write these signs, and no others, as HTML asks them to.
fn unescaped(name: &str) -> String {
    name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

async fn receive(mut form: Multipart) -> Result<Received, Failure> {
    let mut received = Received::default();
    let mut texts = 0;
    while let Some(field) = form.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        if received.fields.len() + received.files.len() >= MOST_FIELDS {
            return Err(WebError::BadForm("more fields than any page has".into()).into());
        }
        if let Some(sent) = field.file_name().map(unescaped) {
            let arrived = received.file(sent, field).await?;
            // A browser sends an empty part without a name where no file was chosen.
            if !(arrived.name.is_empty() && arrived.content.is_empty() && arrived.cut.is_none()) {
                received.files.push((name, arrived));
            }
        } else {
            let value = text(field, LARGEST_FORM - texts).await?;
            texts += value.len();
            received.fields.push((name, value));
        }
    }
    Ok(received)
}

async fn text(mut field: Field<'_>, most: usize) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await? {
        if bytes.len() + chunk.len() > most {
            return Err(WebError::TooLarge.into());
        }
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| WebError::BadForm("a field is not UTF-8 text".into()).into())
}

impl Received {
    /// Takes a file in; of one that is too large nothing is held.
    async fn file(&mut self, name: String, mut field: Field<'_>) -> Result<Arrived, Failure> {
        let mut arrived = Arrived { name, content: Vec::new(), cut: None };
        while let Some(chunk) = field.chunk().await? {
            if arrived.cut.is_some() {
                continue;
            }
            let size = arrived.content.len() + chunk.len();
            arrived.cut = match size {
                size if size > LARGEST => Some(Cut::TooLarge),
                size if self.bytes + size > MOST_BYTES => Some(Cut::NoRoom),
                _ => None,
            };
            if arrived.cut.is_some() {
                arrived.content = Vec::new();
            } else {
                self.hold(chunk.len())?;
                arrived.content.extend_from_slice(&chunk);
            }
        }
        self.bytes += arrived.content.len();
        Ok(arrived)
    }

    fn hold(&mut self, bytes: usize) -> Result<(), WebError> {
        let bytes = u32::try_from(bytes).map_err(|_| WebError::TooLarge)?;
        let more = ROOM.try_acquire_many(bytes).map_err(|_| WebError::Unavailable)?;
        match &mut self.held {
            Some(held) => held.merge(more),
            none => *none = Some(more),
        }
        Ok(())
    }
}

/// Looks at each file. Of a question that refuses one of them none is taken, so that nobody has to guess which are there.
fn judge(app: &App, visit: &Visit, fields: Fields, arrived: Vec<(String, Arrived)>) -> Sent {
    let mut sent = Sent { fields, files: Vec::new(), refused: Vec::new() };
    for (field, arrived) in arrived {
        let Some((question, upload)) = asked(visit, &field) else {
            sent.refused.push(FieldProblem::unknown(String::new()));
            continue;
        };
        let id = FileId::new(&app.context.entropy, app.context.now());
        // Shown again as it was sent, but for what could be taken for something else.
        let name = arrived.shown_name();
        match File::take(question, upload, arrived, id) {
            Ok(file) => sent.files.push(file),
            Err(fault) => sent.refused.push(FieldProblem::of(question, None, Fault::File { name, fault })),
        }
    }
    let refused = &sent.refused;
    sent.files.retain(|file| refused.iter().all(|problem| problem.question.as_ref() != Some(&file.question)));
    sent.fields.extend(sent.files.iter().map(|file| (file.question.to_string(), file.told.id.to_string())));
    sent
}

fn asked<'v>(visit: &'v Visit, field: &str) -> Option<(&'v Code, &'v Upload)> {
    let question = visit.questionnaire.question(field)?;
    if let QuestionKind::Upload(upload) = &question.kind { Some((&question.code, upload)) } else { None }
}

//! `/console/questionnaires/versions/{id}/translations`: how far each language is, lists for translators, and what they bring back.

use askama::Template;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{DefaultBodyLimit, Form, Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use rundfrage_shared::id::VersionId;
use rundfrage_shared::language::Language;
use rundfrage_shared::questionnaire::format::Document;
use rundfrage_shared::questionnaire::store::Version;
use rundfrage_shared::questionnaire::translation::{
    Catalogue, Completeness, LARGEST, OnChange, Pair, Refusal, completeness, offer, take, workbook, xliff,
};
use serde::Deserialize;
use serde_json::json;

use super::publish::{publish, written};
use super::{address, list_upload};
use crate::app::App;
use crate::console::id::Id;
use crate::console::notice::Notice;
use crate::console::shell::{Place, Shell};
use crate::console::staff::{Editor, Staff};
use crate::download::download;
use crate::errors::WebError;
use crate::page::{Page, show, show_invalid};

#[derive(Template)]
#[template(path = "console/questionnaires/translations.html")]
struct TranslationsPage {
    page: Page,
    shell: Shell,
    version: Version,
    states: Vec<Completeness>,
    wanted: Wanted,
    refused: Vec<Refusal>,
}

impl TranslationsPage {
    fn languages(&self) -> Vec<(&str, &str)> {
        self.states.iter().map(|state| (state.language.as_str(), state.language.as_str())).collect()
    }

    fn formats(&self) -> [(&'static str, std::borrow::Cow<'static, str>); 2] {
        ["xlsx", "xlf"].map(|format| (format, self.page.t(&format!("console-translations-{format}"))))
    }

    fn address(&self) -> String {
        format!("{}/translations", address(self.version.id))
    }
}

/// The list that a translator is to get.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Wanted {
    from: String,
    to: String,
    format: String,
}

/// The largest upload: a list and what surrounds it in a form.
pub fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(LARGEST + 100_000)
}

fn draw(
    staff: Staff,
    version: Version,
    document: &Document,
    wanted: Wanted,
    refused: Vec<Refusal>,
) -> TranslationsPage {
    let (page, shell) = staff.open("console-translations-title", Place::Questionnaires);
    let wanted = Wanted {
        from: if wanted.from.is_empty() { document.default_language.clone() } else { wanted.from },
        format: if wanted.format.is_empty() { "xlsx".into() } else { wanted.format },
        ..wanted
    };
    TranslationsPage { page, shell, version, states: completeness(document), wanted, refused }
}

/// Shows how far each language is.
pub async fn get(State(app): State<App>, staff: Staff, Id(id): Id<VersionId>) -> Result<Response, WebError> {
    let (version, document) = written(&app, &staff, id).await?;
    Ok(show(&draw(staff, version, &document, Wanted::default(), Vec::new())))
}

/// A list as a file.
pub async fn file(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id<VersionId>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, WebError> {
    let (version, document) = written(&app, &staff, id).await?;
    let pair = Language::parse(&wanted.from).and_then(|from| Ok((from, Language::parse(&wanted.to)?)));
    let pair = pair.ok().and_then(|(from, to)| Pair::new(&document, from, to).ok());
    let Some(pair) = pair else {
        let mut shown = draw(staff, version, &document, wanted, Vec::new());
        shown.page.refuse_all(&[("to", "console-translations-pair-wrong")]);
        return Ok(show_invalid(&shown));
    };
    let name = format!("{}-{}-{}", version.code, pair.from, pair.to);
    let list = Catalogue::of(&document, pair);
    let (bytes, media_type, ending) = match wanted.format.as_str() {
        "xlf" => (xliff::write(&list, &document.id), "application/x-xliff+xml", "xlf"),
        _ => (
            workbook::write(&list, app.context.now()),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
        ),
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(refusal) => return Ok(show_invalid(&draw(staff, version, &document, wanted, vec![refusal]))),
    };
    Ok(download(&format!("{name}.{ending}"), media_type, bytes))
}

/// Takes a list back as a new version, or shows what is wrong with it.
pub async fn post(
    State(app): State<App>,
    editor: Editor,
    Id(id): Id<VersionId>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, WebError> {
    let (version, document) = written(&app, &editor, id).await?;
    let form = form.map_err(|error| WebError::BadForm(error.body_text()))?;
    let upload = list_upload::read(form).await?;
    if upload.bytes.is_empty() {
        let mut shown = draw(editor.0, version, &document, Wanted::default(), Vec::new());
        shown.page.refuse_all(&[("file", "console-translations-empty")]);
        return Ok(show_invalid(&shown));
    }
    let on_change = if upload.leaves_out { OnChange::LeaveOut } else { OnChange::Refuse };
    let list = if upload.bytes.starts_with(b"PK") { workbook::read(&upload.bytes) } else { xliff::read(&upload.bytes) };
    let taken = match list.and_then(|list| take(&document, &list, on_change)) {
        Ok(taken) => taken,
        Err(refused) => {
            let mut shown = draw(editor.0, version, &document, Wanted::default(), refused);
            let message = shown.page.tn("console-translations-refused", shown.refused.len()).into_owned();
            shown.page.refuse("file", message);
            return Ok(show_invalid(&shown));
        }
    };
    if taken.changed == 0 {
        Notice::done("console-translations-nothing").leave(&editor.session).await?;
        return Ok(Redirect::to(&format!("{}/translations", address(id))).into_response());
    }
    let details =
        json!({ "code": version.code.as_str(), "translations": taken.changed, "left_out": taken.left_out.len() });
    let made = publish(&app, &editor, &version, &taken.document, details).await?;
    end(&editor, id, made, "console-translations-done", taken.changed).await
}

/// The language to offer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offered {
    language: String,
}

/// Offers a language to respondents, as a new version.
pub async fn post_offer(
    State(app): State<App>,
    editor: Editor,
    Id(id): Id<VersionId>,
    Form(offered): Form<Offered>,
) -> Result<Response, WebError> {
    let (version, document) = written(&app, &editor, id).await?;
    let language = Language::parse(&offered.language).map_err(|error| WebError::BadForm(error.to_string()))?;
    match offer(&document, &language) {
        Ok(document) => {
            let details = json!({ "code": version.code.as_str(), "offered": language.as_str() });
            let made = publish(&app, &editor, &version, &document, details).await?;
            end(&editor, id, made, "console-translations-offered", &language).await
        }
        Err(refused) => Ok(show_invalid(&draw(editor.0, version, &document, Wanted::default(), refused))),
    }
}

async fn end(
    staff: &Staff,
    from: VersionId,
    made: Option<Version>,
    key: &str,
    value: impl ToString,
) -> Result<Response, WebError> {
    let notice = match &made {
        Some(_) => Notice::done(key).with(&value),
        None => Notice::refused("console-translations-meanwhile"),
    };
    notice.leave(&staff.session).await?;
    let id = made.map_or(from, |version| version.id);
    Ok(Redirect::to(&format!("{}/translations", address(id))).into_response())
}

//! The whole route table, grouped by audience. What surrounds every route stands in [`crate::surround`].

use axum::Router;
use axum::response::Redirect;
use axum::routing::{get, post};

use crate::app::App;
use crate::console::{self, panel, questionnaires, results, rounds, sign_in, surveys};
use crate::errors::WebError;
use crate::surround::{surround, with_headers};
use crate::{assets, health, language, mailbox, public, respond};

/// Every address of the web side.
pub fn router(app: App) -> Router {
    let pages = Router::new()
        // Public: everybody
        .route("/", get(public::start::get))
        .route("/language", post(language::post))
        .route("/assets/{name}", get(assets::get))
        .route("/favicon.ico", get(|| async { Redirect::permanent(assets::ICON) }))
        // Respondents: whoever holds a personal link, an access code or an open link
        .route("/r/{token}", get(respond::start::get).post(respond::start::post))
        .route("/r/{token}/exit", get(respond::exit::get).post(respond::exit::post))
        .route("/o/{slug}", get(respond::open::get).post(respond::open::post))
        .route("/code", get(respond::code::get).post(respond::code::post))
        .route("/c/{token}", get(respond::handed::get).post(respond::handed::post))
        .route("/respond/{response}/overview", get(respond::overview::get))
        .route("/respond/{response}/check", get(respond::check::get))
        .route("/respond/{response}/submit", post(respond::submit::post))
        .route("/respond/{response}/receipt", get(respond::receipt::get))
        .route("/respond/{response}/answers", get(respond::answers::get))
        .route("/respond/{response}/later", get(respond::later::get))
        .route("/respond/{response}/done", get(respond::done::get).post(respond::done::post))
        .route("/respond/{response}/colleague", get(respond::colleague::get).post(respond::colleague::post))
        .route("/respond/{response}/colleague/{delegation}/revoke", post(respond::colleague::post_revoke))
        .route("/respond/{response}/{section}", get(respond::section::get).post(respond::section::post))
        .route("/respond/{response}/{section}/files/{file}", get(respond::file::get))
        .route("/unsubscribe/{token}", get(respond::unsubscribe::get).post(respond::unsubscribe::post))
        // Whoever tries the program out, where mails go to a folder
        .route("/dev/mailbox", get(mailbox::list::get))
        .route("/dev/mailbox/{name}", get(mailbox::letter::get))
        .route("/dev/mailbox/{name}/html", get(mailbox::letter::get_html))
        .merge(staff(&app))
        .fallback(|| async { WebError::NotFound })
        .method_not_allowed_fallback(|| async { WebError::MethodNotAllowed });

    // Staff, with files: these may take minutes; each sets its own `DefaultBodyLimit`
    let uploads = Router::new()
        .route("/console/panel/import", get(panel::import::get).post(panel::import::post).layer(panel::import::limit()))
        .route("/console/panel/import/confirm", get(panel::import::get_confirm).post(panel::import::post_confirm))
        .route(
            "/console/questionnaires/upload",
            get(questionnaires::upload::get).post(questionnaires::upload::post).layer(questionnaires::upload::limit()),
        )
        .route(
            "/console/questionnaires/take-over",
            post(questionnaires::take_over::post).layer(questionnaires::upload::limit()),
        )
        .route(
            "/console/questionnaires/versions/{id}/translations",
            get(questionnaires::translations::get)
                .post(questionnaires::translations::post)
                .layer(questionnaires::translations::limit()),
        )
        .route(
            "/console/questionnaires/versions/{id}/preview/{section}/files",
            get(respond::files::get).post(respond::files::post).layer(respond::files::limit()),
        )
        .layer(console::session::layer(&app));

    // Respondents, with files
    let sent = Router::new().route(
        "/respond/{response}/{section}/files",
        get(respond::files::get).post(respond::files::post).layer(respond::files::limit()),
    );

    // Operators: the machines that watch this one
    let watch = Router::new().route("/healthz", get(health::alive)).route("/readyz", get(health::ready));

    with_headers(surround(pages, uploads, sent, &app).merge(watch), &app).with_state(app)
}

/// Staff: whoever signed in, or is about to.
fn staff(app: &App) -> Router<App> {
    Router::new()
        // Signing in and out
        .route("/sign-in", get(sign_in::password::get).post(sign_in::password::post))
        .route("/sign-in/link/{token}", get(sign_in::link::get).post(sign_in::link::post))
        .route("/sign-out", post(sign_in::out::post))
        // Everybody on the staff
        .route("/console", get(console::overview::get))
        .route("/console/panel", get(panel::list::get))
        .route("/console/panel/companies/{id}", get(panel::company::get))
        .route("/console/questionnaires", get(questionnaires::list::get))
        .route("/console/questionnaires/versions/{id}", get(questionnaires::version::get))
        .route("/console/questionnaires/versions/{id}/codebook.md", get(questionnaires::codebook::get))
        .route("/console/questionnaires/versions/{id}/codebook.csv", get(questionnaires::codebook::csv))
        .route("/console/questionnaires/versions/{id}/paper", get(questionnaires::paper::get))
        .route("/console/questionnaires/versions/{id}/translations/file", get(questionnaires::translations::file))
        .route(
            "/console/questionnaires/versions/{id}/preview",
            get(questionnaires::preview::get).post(questionnaires::preview::post),
        )
        .route("/console/questionnaires/versions/{id}/preview/check", get(respond::check::get))
        .route("/console/questionnaires/versions/{id}/preview/overview", get(respond::overview::get))
        .route("/console/questionnaires/versions/{id}/preview/later", get(respond::later::get))
        .route("/console/questionnaires/versions/{id}/preview/submit", post(questionnaires::preview::post_end))
        .route(
            "/console/questionnaires/versions/{id}/preview/{section}",
            get(respond::section::get).post(respond::section::post),
        )
        .route("/console/surveys", get(surveys::list::get))
        .route("/console/surveys/{id}", get(surveys::show::get))
        .route("/console/rounds/{id}", get(rounds::show::get))
        .route("/console/rounds/{id}/invitations", get(rounds::invitations::get))
        .route("/console/rounds/{id}/messages", get(rounds::messages::get).post(rounds::messages::post))
        // Analysts: results
        .route("/console/rounds/{id}/results", get(results::show::get))
        .route("/console/rounds/{id}/results.csv", get(results::show::csv))
        .route("/console/rounds/{id}/results/answers", get(results::answers::get))
        .route("/console/rounds/{id}/results/responses", get(results::responses::get).post(results::responses::post))
        .route("/console/rounds/{id}/results/files/{file}", post(results::file::post))
        // Editors: questionnaires, surveys and rounds
        .route("/console/panel/companies/{id}/closed", post(panel::company::post_closed))
        .route("/console/surveys/new", get(surveys::new::get).post(surveys::new::post))
        .route("/console/surveys/{id}/edit", get(surveys::edit::get).post(surveys::edit::post))
        .route("/console/surveys/{id}/open-link", get(surveys::open_link::get).post(surveys::open_link::post))
        .route("/console/surveys/{id}/rounds/new", get(rounds::new::get).post(rounds::new::post))
        .route("/console/rounds/{id}/times", get(rounds::times::get).post(rounds::times::post))
        .route("/console/questionnaires/versions/{id}/offer", post(questionnaires::translations::post_offer))
        .route("/console/rounds/{id}/version", get(rounds::version::get).post(rounds::version::post))
        .route("/console/rounds/{id}/letters", get(rounds::letters::get).post(rounds::letters::post))
        .route("/console/rounds/{id}/dry-run", get(rounds::dry_run::get))
        .route("/console/rounds/{id}/test-mail", post(rounds::test_mail::post))
        .route("/console/rounds/{id}/test-responses", get(rounds::show::get_back).post(rounds::test_responses::post))
        .route("/console/rounds/{id}/test-responses/delete", post(rounds::test_responses::post_delete))
        .route("/console/rounds/{id}/launch", get(rounds::show::get_back).post(rounds::launch::post))
        .route("/console/rounds/{id}/undo", post(rounds::moves::post_undo))
        .route("/console/rounds/{id}/cancel", post(rounds::moves::post_cancel))
        .route("/console/rounds/{id}/pause", post(rounds::moves::post_pause))
        .route("/console/rounds/{id}/resume", post(rounds::moves::post_resume))
        // Owners: people and the audit log
        .route("/console/people", get(console::people::get).post(console::people::post))
        .route("/console/people/{id}/link", get(console::people::get_link).post(console::people::post_link))
        .route("/console/audit", get(console::audit::get))
        .layer(console::session::layer(app))
}

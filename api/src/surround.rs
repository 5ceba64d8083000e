//! What surrounds every route: limits, guards, error pages, headers.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{Extensions, HeaderMap, StatusCode, Version};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use futures::StreamExt as _;
use tokio::sync::Semaphore;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{Predicate as _, SizeAbove};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::errors::{self, WebError};
use crate::{headers, observe};

/// The largest form; a route for uploads raises it for itself with its own `DefaultBodyLimit`.
const LARGEST_FORM: usize = 256 * 1024;
/// Bytes of a form that is too large which are read nevertheless.
const MOST_FORGOTTEN: usize = 8 * 1024 * 1024;
/// How long a form may take to come in.
const FORM_WITHIN: Duration = Duration::from_secs(10);
/// How long a request may take.
const LONGEST_REQUEST: Duration = Duration::from_secs(30);
/// How long an upload may take.
const LONGEST_UPLOAD: Duration = Duration::from_mins(15);
/// Pages of fewer bytes are sent as they are.
const WORTH_IT: u64 = 1024;
/// How many requests are worked on at once; one more is told at once to come again.
const MOST_REQUESTS: usize = 512;

/// How many respondents send files at once. They may take long, so they have places of their own: however slowly they send, they keep
/// nobody out but each other.
const MOST_SENDERS: usize = 128;

/// Surrounds the pages, the uploads with their longer time, and what respondents send. From the inside out, as an answer passes it.
pub fn surround(pages: Router<App>, uploads: Router<App>, sent: Router<App>, app: &App) -> Router<App> {
    let places = from_fn_with_state(Arc::new(Semaphore::new(MOST_SENDERS)), admit);
    let sent = sent.layer(within(LONGEST_UPLOAD)).layer(places);
    surround_with(MOST_REQUESTS, pages, uploads, sent, app)
}

fn within(time: Duration) -> TimeoutLayer {
    TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, time)
}

fn surround_with(
    most_requests: usize,
    pages: Router<App>,
    uploads: Router<App>,
    sent: Router<App>,
    app: &App,
) -> Router<App> {
    let admission = Arc::new(Semaphore::new(most_requests));
    let admit = from_fn_with_state(admission, admit);
    pages
        .layer(within(LONGEST_REQUEST))
        .layer(admit.clone())
        .layer(from_fn(|request, next| take_in(FORM_WITHIN, request, next)))
        .merge(uploads.layer(within(LONGEST_UPLOAD)).layer(admit))
        .merge(sent)
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(from_fn(headers::refuse_unmarked_posts))
        .layer(CsrfLayer::new())
        .layer(CatchPanicLayer::custom(errors::from_panic))
        .layer(from_fn_with_state(app.clone(), errors::pages))
        .layer(
            CompressionLayer::new()
                .quality(CompressionLevel::Fastest)
                .compress_when(SizeAbove::new(WORTH_IT).and(is_page)),
        )
        .layer(from_fn(observe::request))
}

/// Adds the headers that every answer has, those to the operators' machines included.
pub fn with_headers(router: Router<App>, app: &App) -> Router<App> {
    router.layer(from_fn_with_state(app.clone(), headers::secure))
}

/// Whether this answer is a page; style sheets are compressed when the program is built, and redirects have nothing to compress.
fn is_page(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// Reads a form to its end before the request asks for a place: who sends slowly keeps nobody else out.
async fn take_in(within: Duration, request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    match tokio::time::timeout(within, whole(body)).await {
        Ok(Ok(form)) => next.run(Request::from_parts(parts, Body::from(form))).await,
        Ok(Err(refusal)) => refusal.into_response(),
        Err(_) => WebError::Timeout.into_response(),
    }
}

/// A form. What is too much of it is read too, up to a bound, and forgotten: whoever is still sending when the connection closes
/// never reads why.
async fn whole(body: Body) -> Result<Bytes, WebError> {
    let (mut form, mut size) = (Vec::new(), 0);
    let mut chunks = body.into_data_stream();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|error| WebError::BadForm(error.to_string()))?;
        size += chunk.len();
        if size > MOST_FORGOTTEN {
            break;
        }
        if size > LARGEST_FORM { form.clear() } else { form.extend_from_slice(&chunk) }
    }
    if size > LARGEST_FORM { Err(WebError::TooLarge) } else { Ok(form.into()) }
}

/// Lets a request in if there is room, and sends it away at once if there is not.
async fn admit(State(admission): State<Arc<Semaphore>>, request: Request, next: Next) -> Result<Response, WebError> {
    let _place = admission.try_acquire().map_err(|_| WebError::Unavailable)?;
    Ok(next.run(request).await)
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;
    use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, RETRY_AFTER, VARY};
    use axum::response::{Html, Redirect};
    use axum::routing::{get, post};
    use rundfrage_shared::settings::Settings;
    use tempfile::TempDir;
    use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
    use tokio::net::{TcpListener, TcpStream};
    use tokio_util::sync::CancellationToken;
    use tower::ServiceExt as _;

    use super::*;

    async fn defect() -> &'static str {
        panic!("secret cause")
    }

    async fn router(most_requests: usize) -> (Router, TempDir) {
        let folder = TempDir::new().unwrap();
        let app = App::new(crate::commands::open(Settings::in_folder(folder.path())).await.unwrap());
        let pages = Router::new()
            .route("/panic", get(defect))
            .route("/api/v1/panic", get(defect))
            .route("/broken", get(|| async { WebError::Internal(anyhow::anyhow!("secret cause")) }))
            .route("/fine", get(|| async {}))
            .route("/page", get(|| async { Html("<p>A long page.</p>".repeat(200)) }))
            .route("/table", get(|| async { "a;b\n".repeat(2_000) }))
            .route("/submit", post(|| async { Redirect::to("/receipt") }))
            .route("/post", post(|body: String| async move { body }));
        (surround_with(most_requests, pages, Router::new(), Router::new(), &app).with_state(app), folder)
    }

    async fn send(router: &Router, request: axum::http::request::Builder) -> (StatusCode, Response<()>, String) {
        let response = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let text = String::from_utf8(to_bytes(body, 1 << 20).await.unwrap().to_vec()).unwrap();
        (parts.status, Response::from_parts(parts, ()), text)
    }

    #[tokio::test]
    async fn a_defect_is_told_by_a_reference_number_and_never_by_its_cause() {
        let (router, _folder) = router(8).await;
        for path in ["/panic", "/broken"] {
            let request = Request::get(path).header("accept-language", "en");
            let (status, _, text) = send(&router, request).await;
            assert_eq!(status, 500, "{path}");
            assert!(text.contains("Please quote this number") && !text.contains("secret"), "{text}");
        }
        let (status, response, text) = send(&router, Request::get("/api/v1/panic")).await;
        assert_eq!(
            (status.as_u16(), &response.headers()[CONTENT_TYPE]),
            (500, &"application/problem+json".parse().unwrap())
        );
        assert!(text.contains("reference") && !text.contains("secret"), "{text}");
    }

    #[tokio::test]
    async fn pages_are_compressed_and_nothing_else() {
        let (router, _folder) = router(8).await;
        let encoding = async |request: axum::http::request::Builder| {
            let request = request.header(ACCEPT_ENCODING, "gzip, br").body(Body::empty()).unwrap();
            let response = router.clone().oneshot(request).await.unwrap();
            let vary = response.headers().contains_key(VARY);
            (
                response.headers().get(CONTENT_ENCODING).cloned(),
                vary,
                to_bytes(response.into_body(), 1 << 20).await.unwrap().len(),
            )
        };
        let (coding, vary, size) = encoding(Request::get("/page")).await;
        assert_eq!((coding, vary), (Some("gzip".parse().unwrap()), true));
        assert!(size < 500, "{size} bytes");
        assert_eq!(encoding(Request::get("/table")).await, (None, false, 8_000));
        assert_eq!(encoding(Request::post("/submit")).await, (None, false, 0));
        let (status, response, text) = send(&router, Request::get("/page")).await;
        assert_eq!((status.as_u16(), response.headers().get(CONTENT_ENCODING), text.len()), (200, None, 3_800));
    }

    #[tokio::test]
    async fn without_room_a_request_is_sent_away_at_once() {
        let (router, _folder) = router(0).await;
        let (status, response, text) = send(&router, Request::get("/broken")).await;
        assert_eq!(status, 503);
        assert!(response.headers().contains_key(RETRY_AFTER));
        assert!(text.contains("<h1"), "{text}");
    }

    #[tokio::test]
    async fn whoever_sends_slowly_keeps_nobody_out() {
        const PLACES: usize = 2;
        let (router, _folder) = router(PLACES).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(crate::listen::serve(router, listener, CancellationToken::new()));
        // The server says "continue" when it begins to read a form; of these it gets no more than the first letter.
        let head = "POST /post HTTP/1.1\r\nhost: here\r\ncontent-length: 9\r\nexpect: 100-continue\r\n\r\n";
        let mut slow = Vec::new();
        for _ in 0..3 * PLACES {
            let mut connection = BufReader::new(TcpStream::connect(address).await.unwrap());
            connection.write_all(head.as_bytes()).await.unwrap();
            let mut answer = String::new();
            connection.read_line(&mut answer).await.unwrap();
            assert_eq!(answer, "HTTP/1.1 100 Continue\r\n");
            connection.write_all(b"x").await.unwrap();
            slow.push(connection);
        }
        let mut quick = BufReader::new(TcpStream::connect(address).await.unwrap());
        quick.write_all(b"GET /fine HTTP/1.1\r\nhost: here\r\n\r\n").await.unwrap();
        let mut answer = String::new();
        quick.read_line(&mut answer).await.unwrap();
        assert_eq!(answer, "HTTP/1.1 200 OK\r\n");
    }

    #[tokio::test]
    async fn a_form_that_never_ends_is_given_up() {
        let router = Router::new().route("/post", post(|body: String| async move { body }));
        let router = router.layer(from_fn(|request, next| take_in(Duration::ZERO, request, next)));
        let endless = Body::from_stream(futures::stream::pending::<Result<&[u8], std::io::Error>>());
        let response = router.oneshot(Request::post("/post").body(endless).unwrap()).await.unwrap();
        assert_eq!(response.status(), 408);
    }

    #[tokio::test]
    async fn a_post_with_our_cookie_needs_the_mark_of_a_browser() {
        let (router, _folder) = router(8).await;
        let post = || Request::post("/post").header("host", "here.example");
        let ours = || post().header("cookie", "rundfrage-session=x");
        for (request, expected) in [
            (post(), 200),
            (ours(), 403),
            (ours().header("sec-fetch-site", "same-origin"), 200),
            (ours().header("sec-fetch-site", "cross-site"), 403),
            (ours().header("origin", "https://here.example"), 200),
            (ours().header("origin", "https://there.example"), 403),
            (post().header("sec-fetch-site", "same-site"), 403),
        ] {
            let described = format!("{request:?}");
            assert_eq!(send(&router, request).await.0, expected, "{described}");
        }
    }
}

//! What operators watch: `/healthz` and `/readyz`.

use rundfrage_shared::query;
use rundfrage_tests::{Fresh, TestApp, on_both_engines};

on_both_engines!(a_healthy_program_is_alive_and_ready, a_program_whose_database_is_newer_is_alive_but_not_ready);

async fn a_healthy_program_is_alive_and_ready(fresh: Fresh) {
    let app = TestApp::start(fresh).await;
    let _ = app.browser().get("/healthz").await.expect(200);
    let _ = app.browser().get("/readyz").await.expect(200);
}

async fn a_program_whose_database_is_newer_is_alive_but_not_ready(fresh: Fresh) {
    let app = TestApp::start(fresh).await;
    query!(&app.db => execute, {
        sqlite: "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES ($1, 'future', TRUE, x'00', 0)",
        postgres: "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES ($1, 'future', TRUE, '\\x00', 0)"
    }, 29_991_231_000_001_i64)
    .unwrap();
    let _ = app.browser().get("/healthz").await.expect(200);
    let _ = app.browser().get("/readyz").await.expect(503);
}

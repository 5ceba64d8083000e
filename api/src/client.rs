//! Whose request it is: the visitor's address, also behind reverse proxies.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;

use crate::app::App;
use crate::errors::WebError;

/// The visitor's address, as far as it can be trusted.
#[derive(Clone, Copy, Debug)]
pub struct Client(pub IpAddr);

impl FromRequestParts<App> for Client {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, WebError> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.ok_or_else(|| WebError::Internal(anyhow::anyhow!("a request without a connection")))?.0.ip();
        let lines = parts.headers.get_all("x-forwarded-for").iter().map(|line| line.to_str().unwrap_or_default());
        Ok(Self(app.context.settings.trusted_proxies.client(peer, lines)))
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::extract::Request;
    use axum::routing::get;
    use rundfrage_shared::settings::Settings;
    use tower::ServiceExt as _;

    use super::*;

    async fn seen(trusted: &str, forwarded: &[&str]) -> String {
        let folder = tempfile::tempdir().unwrap();
        let trusted_proxies = serde_json::from_value(trusted.into()).unwrap();
        let settings = Settings { trusted_proxies, ..Settings::in_folder(folder.path()) };
        let app = App::new(crate::commands::open(settings).await.unwrap());
        let router = Router::new().route("/", get(|Client(address): Client| async move { address.to_string() }));
        let peer = SocketAddr::from(([127, 0, 0, 1], 5000));
        let mut request = Request::get("/").extension(ConnectInfo(peer));
        for line in forwarded {
            request = request.header("x-forwarded-for", *line);
        }
        let answer = router.with_state(app).oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        String::from_utf8(to_bytes(answer.into_body(), 99).await.unwrap().to_vec()).unwrap()
    }

    #[tokio::test]
    async fn behind_a_proxy_of_ours_each_visitor_has_an_address_of_their_own() {
        let forwarded = ["198.51.100.7", "203.0.113.9, 10.0.0.2"];
        assert_eq!(seen("", &forwarded).await, "127.0.0.1", "nobody is believed unless named");
        assert_eq!(seen("127.0.0.1", &forwarded).await, "10.0.0.2");
        assert_eq!(seen("127.0.0.1, 10.0.0.0/8", &forwarded).await, "203.0.113.9");
    }
}

//! A file on its way out: saved by the browser under its name, kept by nobody in between. `nosniff` is a header of every answer.

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse as _, Response};
use rundfrage_shared::file::store::Kept;

/// The media type of a table.
pub const CSV: &str = "text/csv; charset=utf-8";

/// Nothing at all, should anybody open it in place nevertheless.
const POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");

/// The answer that hands a file out.
#[must_use]
pub fn download(name: &str, media_type: &'static str, content: impl Into<Body>) -> Response {
    let headers = [
        (CONTENT_TYPE, media_type.to_owned()),
        (CONTENT_DISPOSITION, disposition(name)),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, content.into()).into_response()
}

/// The answer that hands out the file of a respondent: never shown by the browser, whatever is in it.
#[must_use]
pub fn download_sent(file: Kept) -> Response {
    let mut response = download(file.name.as_str(), "application/octet-stream", file.content);
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, POLICY);
    response
}

/// The name as it is, or twice if it is not plain (RFC 6266): as near as plain signs come for old browsers, and exact (RFC 8187).
fn disposition(name: &str) -> String {
    let plain: String = name.chars().map(|sign| if is_plain(sign) { sign } else { '_' }).collect();
    let exact = if plain == name { String::new() } else { format!("; filename*=UTF-8''{}", escaped(name)) };
    format!("attachment; filename=\"{plain}\"{exact}")
}

const fn is_plain(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_' | ' ')
}

fn escaped(name: &str) -> String {
    let escape = |byte: u8| match char::from(byte) {
        sign if is_plain(sign) && sign != ' ' => sign.to_string(),
        _ => format!("%{byte:02X}"),
    };
    name.bytes().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_name_stands_as_it_is() {
        let response = download("a b-2026_Q4.csv", CSV, "a;b");
        assert_eq!(response.headers()[CONTENT_DISPOSITION], "attachment; filename=\"a b-2026_Q4.csv\"");
        assert_eq!(response.headers()[CONTENT_TYPE], CSV);
        assert_eq!(response.headers()[CACHE_CONTROL], "no-store");
    }

    #[test]
    fn a_name_with_umlauts_is_told_exactly() {
        assert_eq!(
            disposition("Übersicht 1.pdf"),
            "attachment; filename=\"_bersicht 1.pdf\"; filename*=UTF-8''%C3%9Cbersicht%201.pdf"
        );
    }

    #[test]
    fn a_name_cannot_leave_its_place_in_the_header() {
        assert_eq!(disposition("ä\";x.pdf"), "attachment; filename=\"___x.pdf\"; filename*=UTF-8''%C3%A4%22%3Bx.pdf");
    }
}

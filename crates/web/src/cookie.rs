//! Cookies: the session, the language, the theme. `__Host-` and `Secure` where the public URL is https.
//! Serves no item of its own.

use axum::http::{HeaderMap, HeaderValue, header};

/// The value of a cookie of the request.
#[must_use]
pub fn read(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

#[must_use]
pub const fn session_name(secure: bool) -> &'static str {
    if secure { "__Host-shingi" } else { "shingi" }
}

/// `Set-Cookie` for the session; an empty value ends it. The store decides when it expires.
#[must_use]
pub fn session(value: &str, secure: bool) -> HeaderValue {
    let age = if value.is_empty() { "; Max-Age=0" } else { "" };
    let flag = if secure { "; Secure" } else { "" };
    header_value(&format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{flag}{age}", session_name(secure)))
}

/// `Set-Cookie` for a preference (`lang`, `theme`), kept for a year.
#[must_use]
pub fn preference(name: &str, value: &str, secure: bool) -> HeaderValue {
    let flag = if secure { "; Secure" } else { "" };
    header_value(&format!("{name}={value}; Path=/; SameSite=Lax; Max-Age=31536000{flag}"))
}

fn header_value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).unwrap_or(HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others_and_not_by_its_tail() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("xshingi=1; lang=en; shingi=abc"));
        assert_eq!(read(&headers, "shingi").as_deref(), Some("abc"));
        assert_eq!(read(&headers, "lang").as_deref(), Some("en"));
        assert_eq!(read(&headers, "ang"), None);
    }

    #[test]
    fn over_tls_the_session_is_bound_to_this_host_and_without_it_still_http_only() {
        let secure = session("s", true);
        let plain = session("s", false);
        assert!(secure.to_str().unwrap().starts_with("__Host-shingi=s; Path=/; HttpOnly; SameSite=Lax; Secure"));
        assert!(!plain.to_str().unwrap().contains("Secure"));
        assert!(plain.to_str().unwrap().contains("HttpOnly"));
    }
}

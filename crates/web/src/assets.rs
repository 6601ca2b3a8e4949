//! The files that a browser loads: style, icons, own modules and htmx, embedded in the program.
//!
//! All of them stand under one folder named by the hash of all their contents, so that they can be cached
//! for ever and still refer to each other by relative names (modules, the icon sprite). A name without
//! the hash works too, but is asked for again each time. Nothing here is ever loaded from another host
//! (item 1-4: reading a page must not tell a stranger who reads it).

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use include_dir::{Dir, File, include_dir};
use sha2::{Digest, Sha256};

static ASSETS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets");

static DIGEST: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    let mut files = Vec::new();
    collect(&ASSETS, &mut files);
    files.sort_unstable();
    for (name, bytes) in files {
        hash.update((name.len() as u64).to_be_bytes());
        hash.update(name);
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    }
    hash.finalize()[..6].iter().map(|byte| format!("{byte:02x}")).collect()
});

fn collect(dir: &Dir<'static>, files: &mut Vec<(String, &'static [u8])>) {
    for file in dir.files() {
        files.push((file.path().display().to_string(), file.contents()));
    }
    for dir in dir.dirs() {
        collect(dir, files);
    }
}

/// The address of an asset: `asset("tokens.css")` is `/assets/3f0a…/tokens.css`.
pub fn asset(name: &str) -> String {
    debug_assert!(find(name, "").is_some(), "no asset `{name}`");
    format!("/assets/{}/{name}", *DIGEST)
}

/// A file as it is, or as it was compressed when it was made: with Brotli where the browser takes that, else with gzip,
/// which every browser takes.
fn find(name: &str, accepted: &str) -> Option<(&'static File<'static>, Option<&'static str>)> {
    let compressed = |ending, encoding| Some((ASSETS.get_file(format!("{name}.{ending}"))?, Some(encoding)));
    let takes_brotli = accepted.split(',').any(|one| one.trim().split(';').next() == Some("br"));
    let plain = ASSETS.get_file(name).map(|file| (file, None));
    plain.or_else(|| takes_brotli.then(|| compressed("br", "br")).flatten()).or_else(|| compressed("gz", "gzip"))
}

/// The address of one icon in the sprite, for `<use href>`; `name` is without its `i-`.
pub fn icon(name: &str) -> String {
    format!("/assets/{}/icons.svg#i-{name}", *DIGEST)
}

/// Serves `GET /assets/{*path}`.
pub async fn serve(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let (name, immutable) = match path.split_once('/') {
        Some((digest, rest)) if digest == *DIGEST => (rest, true),
        Some(_) | None => (path.as_str(), false),
    };
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some((file, encoding)) = find(name, accepted) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = format!("\"{}\"", *DIGEST);
    let fresh = headers.get(header::IF_NONE_MATCH).is_some_and(|seen| seen.as_bytes() == tag.as_bytes());
    let mut response = if fresh { StatusCode::NOT_MODIFIED.into_response() } else { file.contents().into_response() };
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind(name)));
    if let Some(encoding) = encoding {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    out.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static(if immutable { "public, max-age=31536000, immutable" } else { "public, no-cache" }),
    );
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        out.insert(header::ETAG, tag);
    }
    response
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ext)| ext) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some(_) | None => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn get(path: &str, tag: Option<&str>) -> Response {
        let mut headers = HeaderMap::new();
        if let Some(tag) = tag {
            headers.insert(header::IF_NONE_MATCH, tag.parse().expect("header"));
        }
        serve(Path(path.to_owned()), headers).await
    }

    #[tokio::test]
    async fn a_hashed_name_is_cached_for_ever_and_a_plain_one_is_asked_for_again() {
        let hashed = asset("base.css");
        let path = hashed.strip_prefix("/assets/").expect("prefix");
        let response = get(path, None).await;
        assert_eq!(response.status(), StatusCode::OK);
        let cache = &response.headers()[header::CACHE_CONTROL];
        assert!(cache.to_str().expect("text").contains("immutable"));

        let response = get("base.css", None).await;
        assert_eq!(response.headers()[header::CACHE_CONTROL], "public, no-cache");
        let tag = response.headers()[header::ETAG].to_str().expect("text").to_owned();
        assert_eq!(get("base.css", Some(&tag)).await.status(), StatusCode::NOT_MODIFIED);
    }

    #[test]
    fn what_was_compressed_beforehand_is_sent_as_the_browser_takes_it() {
        let encoding = |accepted| find("check/engine.wasm", accepted).and_then(|(_, encoding)| encoding);
        assert_eq!(encoding("gzip, deflate, br, zstd"), Some("br"));
        assert_eq!(encoding("gzip, br;q=0.9"), Some("br"));
        assert_eq!((encoding("gzip, deflate"), encoding("")), (Some("gzip"), Some("gzip")));
        assert!(find("base.css", "br").is_some_and(|(_, encoding)| encoding.is_none()));
    }

    #[tokio::test]
    async fn an_old_hash_and_a_path_out_of_the_folder_are_not_found() {
        for path in ["000000000000/base.css", "../Cargo.toml", "", "nothing.css"] {
            assert_eq!(get(path, None).await.status(), StatusCode::NOT_FOUND, "{path}");
        }
    }

    #[test]
    fn no_style_script_or_picture_comes_from_another_host() {
        let mut files = Vec::new();
        collect(&ASSETS, &mut files);
        for (name, bytes) in files {
            let ours = name.ends_with(".css") || (name.ends_with(".js") && !name.contains("vendor"));
            if !ours {
                continue;
            }
            let text = std::str::from_utf8(bytes).expect("text");
            for bad in ["url(http", "url(//", "@import", "from \"http", "from 'http", "eval(", "new Function"] {
                assert!(!text.contains(bad), "{name} contains `{bad}`");
            }
        }
    }
}

//! Who gets which answer from every route: one row a route, one column a role, as a text snapshot.
//!
//! A route without a row fails, and so does an answer that changed: look at the difference, then run once with
//! `UPDATE_SNAPSHOTS=1`. Forms are sent empty, with the session's token: what is not allowed is refused before the
//! fields are looked at, what is allowed complains about them.

use std::{collections::BTreeSet, fmt::Write as _, fs, path::Path};

use axum::{body::Body, http::Request};

use crate::testing::{Seen, Server};

/// Login → what the sample person is.
const PEOPLE: [(&str, &str); 8] = [
    ("watanabe", "writer"),
    ("takahashi", "operator"),
    ("kobayashi", "committee"),
    ("nakamura", "chair"),
    ("yoshida", "examiner+hr"),
    ("yamada", "administr."),
    ("sasaki", "auditor"),
    ("matsumoto", "employee"),
];

const SNAPSHOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/permissions.txt");

/// Every path of the router's source, with its methods.
fn routes() -> BTreeSet<(String, &'static str)> {
    let mut found = BTreeSet::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 60, "only {} routes were found: is the scan broken?", found.len());
    found
}

fn collect(folder: &Path, found: &mut BTreeSet<(String, &'static str)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("permissions.rs") {
            let text = fs::read_to_string(&path).unwrap();
            let prefix = if path.components().any(|part| part.as_os_str() == "api") { "/api/v1" } else { "" };
            for call in text.split(".route(").skip(1) {
                let Some(path) = call.split('"').nth(1).filter(|path| path.starts_with('/')) else { continue };
                let end = call.find("\n}").unwrap_or(call.len());
                for (method, word) in [("GET", "get("), ("POST", "post("), ("PUT", "put("), ("DELETE", "delete(")] {
                    if call[..end].contains(word) {
                        found.insert((format!("{prefix}{path}"), method));
                    }
                }
            }
        }
    }
}

/// A path with ids of the sample organisation in it.
fn filled(server: &Server, path: &str) -> String {
    let post = server.post("回収の場所");
    let published = server.post("点検の記録を公開しました");
    let delivery = server.desk(post).parts[0].delivery.id.to_string();
    let said = server.desk(published).parts[0].delivery.id.to_string();
    let path = if path.contains("/{post}") && path.starts_with("/official") {
        path.replace("{account}", "news").replace("{post}", &said)
    } else {
        path.replace("{post}", &post.to_string())
    };
    let path = match path.split('/').nth(1) {
        Some("posts") => path.replace("{id}", &post.to_string()),
        Some("certificates") => path.replace("{id}", &said),
        Some("people") => path.replace("{id}", &server.desk(post).post.author.to_string()),
        _ => path,
    };
    let path = path.replace("{account}", "news").replace("{item}", "1-4").replace("{n}", "0");
    let path = path.replace("{d}", &delivery).replace("{delivery}", &delivery).replace("{*path}", "nothing");
    // Whatever is left names nothing.
    let mut out = String::new();
    let mut rest = path.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        out.push_str("00000000000000000000000000000000");
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    out + rest
}

fn word(seen: &Seen) -> String {
    let to = seen.headers.get("location").and_then(|to| to.to_str().ok()).unwrap_or_default();
    if to.starts_with("/session/new") { "sign in".to_owned() } else { seen.status.as_u16().to_string() }
}

#[test]
fn every_route_answers_every_role_as_the_snapshot_says() {
    let server = Server::demo();
    let mut table = format!("{:<74}{:<11}", "route", "nobody");
    for (_, role) in PEOPLE {
        let _ = write!(table, "{role:<12}");
    }
    let browsers = PEOPLE.map(|(login, _)| (login, server.sign_in(login)));
    for (route, method) in routes() {
        // These end or begin a session, or are only there before the set-up.
        if route.starts_with("/session") || route.starts_with("/setup") {
            continue;
        }
        let path = filled(&server, &route);
        let nobody = Request::builder().method(method).uri(&path).body(Body::empty()).unwrap();
        let _ = write!(table, "\n{:<74}{:<11}", format!("{method} {route}"), word(&server.send(nobody)));
        for (login, browser) in &browsers {
            let seen = if route.starts_with("/api/") {
                let bearer = format!("Bearer {}", server.token(login));
                let request = Request::builder().method(method).uri(&path).header("authorization", bearer);
                server.send(request.body(Body::from("{}")).unwrap())
            } else if method == "GET" {
                browser.get(&path)
            } else {
                browser.post(&path, &[])
            };
            let _ = write!(table, "{:<12}", word(&seen));
        }
    }
    let table = table.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n";
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(SNAPSHOT, &table).unwrap();
    }
    let kept = fs::read_to_string(SNAPSHOT).unwrap_or_default();
    for (now, then) in table.lines().zip(kept.lines()) {
        assert_eq!(now, then, "who may do what has changed (left: now, right: {SNAPSHOT})");
    }
    assert_eq!(table, kept, "routes were added or removed (left: now, right: {SNAPSHOT})");
}

#[test]
fn no_change_is_made_without_a_session_or_without_its_token() {
    let server = Server::demo();
    let size = || server.app().store.read(|read| read.size(shingi_store::Log::Record)).unwrap();
    let before = size();
    let browser = server.sign_in("takahashi");
    let open = ["/session", "/session/end", "/setup/{token}"];
    for (route, method) in routes() {
        if method == "GET" || open.contains(&route.as_str()) {
            continue;
        }
        let path = filled(&server, &route);
        let nobody = Request::builder().method(method).uri(&path).body(Body::empty()).unwrap();
        let seen = server.send(nobody);
        assert!(!seen.status.is_success(), "{method} {route} answered {} to nobody", seen.status);
        if !route.starts_with("/api/") && method == "POST" {
            let seen = browser.post_bare(&path, &[("text", "x"), ("reason", "x"), ("comment", "x")]);
            assert_eq!(seen.status.as_u16(), 403, "POST {route} without the token");
        }
    }
    assert_eq!(size(), before, "a request that was refused changed the record");
}

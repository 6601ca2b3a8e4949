//! What the server says at `/check`, and what it does not want to know (1-10).

use axum::{body::Body, http::Request};

use crate::testing::{Seen, Server};

fn get(server: &Server, path: &str) -> Seen {
    server.send(Request::builder().uri(path).body(Body::empty()).unwrap())
}

#[test]
fn the_page_compiles_the_module_and_can_send_nothing_by_a_form() {
    let server = Server::demo();
    for lang in ["ja", "en"] {
        let seen = get(&server, &format!("/check?lang={lang}"));
        assert_eq!(seen.status, 200);
        let policy = seen.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("'wasm-unsafe-eval'") && policy.contains("form-action 'none'"), "{policy}");
        assert!(!seen.headers.contains_key("set-cookie"));
        let (main, fields) = (seen.body.as_str(), seen.body.split("<textarea").skip(1));
        assert!(!main.contains("<form") && !main.contains("⟪"));
        assert!(fields.clone().count() >= 2);
        fields.for_each(|field| assert!(!field.split('>').next().unwrap().contains(" name=")));
    }
}

#[test]
fn no_other_page_may_compile_code() {
    let seen = get(&Server::demo(), "/policy");
    assert!(!seen.headers["content-security-policy"].to_str().unwrap().contains("wasm"));
}

#[test]
fn nobody_is_recognised_at_the_self_check() {
    let server = Server::demo();
    let signed = server.sign_in("sato").get("/check").body;
    assert_eq!(signed, get(&server, "/check").body, "somebody signed in sees another page");
}

#[test]
fn the_worker_keeps_what_the_page_loads_and_every_address_answers() {
    let server = Server::demo();
    let page = get(&server, "/check?lang=ja").body;
    let worker = get(&server, "/check/worker.js");
    assert_eq!(worker.headers["service-worker-allowed"], "/check");
    let line = worker.body.lines().next().unwrap();
    let files: Vec<String> =
        serde_json::from_str(line.trim_start_matches("const FILES = ").trim_end_matches(';')).unwrap();
    for file in &files {
        assert_eq!(get(&server, file).status, 200, "{file}");
    }
    let loaded = page.split(['"', '#']).filter(|word| word.starts_with("/assets/") || word.starts_with("/check/start"));
    loaded.for_each(|url| assert!(files.iter().any(|file| file == url), "`{url}` is not kept"));
}

#[test]
fn the_start_names_the_house_and_nobody_in_it() {
    let body = get(&Server::demo(), "/check/start").body;
    let start: serde_json::Value = serde_json::from_str(&body).unwrap();
    assert!(start["pack"]["pack.toml"].is_string());
    assert!(start["names"].as_array().is_some_and(|names| !names.is_empty()));
    assert!(!body.contains("佐藤 美咲"));
}

#[test]
fn the_large_parts_come_whole_and_compressed() {
    let seen = get(&Server::demo(), "/check/weights");
    assert_eq!(seen.headers["content-encoding"], "gzip");
    assert!(seen.headers["cache-control"].to_str().unwrap().contains("immutable"));
}

//! For tests through the router: the sample organisation in a temporary folder, a clock that is set, ids that are
//! counted, and a browser without script for each person. What a test sees is what a person would be sent.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use sha2::{Digest as _, Sha256};
use shingi_app::{
    App,
    clock::SetClock,
    config::Config,
    demo::{self, DemoPerson, PASSWORD},
    ids::CountedIds,
    password::Secret,
    queries::desk::Desk,
    session::Signed,
    use_cases::save_draft::PostForm,
};
use shingi_domain::{account::Account, id::PostId, policy::Class, time::Timestamp};
use shingi_store::{Options, Store, view::posts::PostFilter};
use tower::ServiceExt as _;

use crate::{problem::encode, server, state::Web};

/// 2026-11-24 10:00 in Tokyo.
pub const TODAY: Timestamp = Timestamp(1_795_482_000_000_000);

const LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8420);

/// A server that was never bound, and what stands behind it.
pub struct Server {
    pub web: Web,
    pub clock: Arc<SetClock>,
    pub people: Vec<DemoPerson>,
    runtime: tokio::runtime::Runtime,
    _folder: tempfile::TempDir,
}

/// Somebody signed in, by cookie. `csrf` is the token that their forms carry.
pub struct Browser<'a> {
    server: &'a Server,
    cookie: String,
    pub csrf: String,
    pub signed: Signed,
}

/// An answer.
pub struct Seen {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Server {
    /// The sample organisation on 24 November 2026.
    pub fn demo() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock::at(TODAY));
        let store = Store::open(folder.path(), Options::fast_for_demo()).unwrap();
        let app = App::new(store, clock.clone(), Arc::new(CountedIds::from(1)), Config::default()).unwrap();
        let people = demo::seed(&app, &clock, TODAY, "http://127.0.0.1:8420").unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { web: Web { app: Arc::new(app), listen: LISTEN }, clock, people, runtime, _folder: folder }
    }

    pub fn app(&self) -> &App {
        &self.web.app
    }

    /// So many posts of 佐藤 for the news page, handed in at the same instant.
    pub fn hand_in(&self, count: usize) -> Vec<PostId> {
        let sato = self.sign_in("sato").signed;
        let accounts = self.app().accounts().unwrap();
        let is_news = |account: &&Account| account.details.kept().is_some_and(|details| details.handle == "news");
        let news = accounts.iter().find(is_news).unwrap().id;
        let one = |number: usize| {
            let id = self.app().draft_post(&sato, false).unwrap().post.id;
            let form = PostForm {
                class: Class::Routine,
                title: format!("続き物 {number:03}"),
                text: format!("続き物の{number}番目です。"),
                benefit: "続きが分かる。".to_owned(),
                sources: Vec::new(),
                pictures: Vec::new(),
                accounts: vec![(news, None)],
                answers: String::new(),
                corrects: None,
            };
            self.app().revise_post(&sato, id, form, 0).unwrap();
            self.app().submit_post(&sato, id).unwrap();
            id
        };
        (0..count).map(one).collect()
    }

    /// By the part of the mail address before the `@`: `sato`.
    pub fn sign_in(&self, login: &str) -> Browser<'_> {
        let address = format!("{login}@asanagi.example");
        let (secret, signed) = self.app().sign_in(&address, &Secret::new(PASSWORD.into()), "test").unwrap();
        let mut hash = Sha256::new();
        hash.update(b"shingi form v1\n");
        hash.update(secret.reveal().as_bytes());
        use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
        let csrf = URL_SAFE_NO_PAD.encode(&hash.finalize()[..18]);
        Browser { server: self, cookie: format!("shingi={}", secret.reveal()), csrf, signed }
    }

    /// The bearer token of a sample person.
    pub fn token(&self, login: &str) -> &str {
        let address = format!("{login}@asanagi.example");
        &self.people.iter().find(|person| person.email == address).unwrap().token
    }

    /// The sample post with this title.
    pub fn post(&self, title: &str) -> PostId {
        let who = self.app().bearer(&Secret::new(self.token("takahashi").to_owned())).unwrap().unwrap();
        let rows = self.app().posts(&who, &PostFilter { count: 500, ..PostFilter::default() }).unwrap();
        rows.iter().find(|row| row.title == title).unwrap().post.parse().unwrap()
    }

    pub fn desk(&self, post: PostId) -> Desk {
        let who = self.app().bearer(&Secret::new(self.token("takahashi").to_owned())).unwrap().unwrap();
        self.app().desk(&who, post).unwrap()
    }

    /// Any request.
    pub fn send(&self, request: Request<Body>) -> Seen {
        self.runtime.block_on(async {
            let response = server::router(&self.web).oneshot(request).await.unwrap();
            let (head, body) = response.into_parts();
            let bytes = to_bytes(body, 16 << 20).await.unwrap();
            Seen { status: head.status, headers: head.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
        })
    }
}

impl Browser<'_> {
    pub fn get(&self, path: &str) -> Seen {
        let request = Request::get(path).header(header::COOKIE, &self.cookie).body(Body::empty()).unwrap();
        self.server.send(request)
    }

    /// Any request in this person's name: `headers` as pairs, and a body as it stands.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Seen {
        let mut request = Request::builder().method(method).uri(path).header(header::COOKIE, &self.cookie);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.server.send(request.body(body.into()).unwrap())
    }

    /// Sends a form as its page would, with the token.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let mut all = vec![("csrf", self.csrf.as_str())];
        all.extend_from_slice(fields);
        self.post_bare(path, &all)
    }

    /// Sends exactly these fields.
    pub fn post_bare(&self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let pairs = fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body))
            .unwrap();
        self.server.send(request)
    }
}

impl Browser<'_> {
    /// What stands on a list's pages, from this one on to the last.
    pub fn leaf_through(&self, path: &str) -> String {
        let (mut path, mut all) = (path.to_owned(), String::new());
        for _ in 0..20 {
            let page = self.get(&path);
            page.is(200);
            all.push_str(&page.body);
            let Some(next) = page.next_page() else { return all };
            path = next;
        }
        panic!("`{path}` is still not the last page")
    }
}

impl Seen {
    /// Where the page says that its list goes on.
    pub fn next_page(&self) -> Option<String> {
        let marks = ["<p class=\"list-more\"><a class=\"btn\" href=\"", "rel=\"next\" href=\""];
        let (_, rest) = marks.iter().find_map(|mark| self.body.split_once(mark))?;
        let address = rest.split('"').next()?.replace("&#38;", "&");
        address.split('#').next().map(str::to_owned)
    }

    /// Where a redirect leads; empty where it is none.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Panics with the page's words where something is not on it.
    #[track_caller]
    pub fn shows(&self, what: &str) -> &Self {
        assert!(self.body.contains(what), "expected `{what}` on the page, came {}: {}", self.status, self.words());
        self
    }

    #[track_caller]
    pub fn hides(&self, what: &str) -> &Self {
        assert!(!self.body.contains(what), "expected no `{what}` on the page: {}", self.words());
        self
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.words());
        self
    }

    /// What a reader reads: the page without its tags.
    pub fn words(&self) -> String {
        let mut words = String::new();
        let mut inside = false;
        for c in self.body.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                c if !inside => words.push(c),
                _ => {}
            }
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

//! Which routes are asked, by whom, and with which ids: every page that is read with GET, the composer's live check, and
//! the lists of the API.

use std::{collections::BTreeMap, net::SocketAddr};

use crate::{
    client::{Client, request},
    fill::{House, Person},
};

pub struct Plan {
    pub address: SocketAddr,
    pub clients: Vec<One>,
}

/// One client: each of its routes with the requests that it takes in turn.
pub struct One {
    pub requests: BTreeMap<&'static str, Vec<Vec<u8>>>,
}

/// Strangers who read what is public.
const STRANGERS: usize = 4;

pub fn plan(house: &House, address: SocketAddr) -> Plan {
    let mut clients = house.signed_in.iter().map(|person| signed_in(house, person, address)).collect::<Vec<_>>();
    for _ in 0..STRANGERS {
        let mut asked = Asked { address, headers: Vec::new(), requests: BTreeMap::new() };
        strangers(&mut asked, house);
        clients.push(One { requests: asked.requests });
    }
    Plan { address, clients }
}

struct Asked {
    address: SocketAddr,
    headers: Vec<(&'static str, String)>,
    requests: BTreeMap<&'static str, Vec<Vec<u8>>>,
}

impl Asked {
    fn get(&mut self, label: &'static str, paths: impl IntoIterator<Item = String>) {
        let mut headers = self.headers.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>();
        // As a browser does; what is asked by a program comes as it is.
        if !label.contains("/api/") {
            headers.push(("accept-encoding", "gzip"));
        }
        let all = paths.into_iter().map(|path| request("GET", &path, self.address, &headers, "")).collect::<Vec<_>>();
        if !all.is_empty() {
            self.requests.insert(label, all);
        }
    }

    fn one(&mut self, path: &'static str) {
        self.get(path, [path.to_owned()]);
    }

    fn of(&mut self, label: &'static str, ids: &[String]) {
        self.get(label, ids.iter().map(|id| label.replacen("{}", id, 1)));
    }
}

fn strangers(asked: &mut Asked, house: &House) {
    for path in [
        "/healthz",
        "/readyz",
        "/official",
        "/official.json",
        "/trust.txt",
        "/log/",
        "/log/checkpoint",
        "/log/tile/0/000",
        "/log/tile/entries/000",
        "/policy",
        "/policy/1-4",
        "/session/new",
        "/assets/components.css",
    ] {
        asked.one(path);
    }
    let accounts = house.official.iter().map(|(account, _)| account.clone()).collect::<Vec<_>>();
    asked.of("/official/{}", &accounts);
    asked.of("/official/{}/feed.atom", &accounts);
    asked.of("/official/{}/feed.json", &accounts);
    let said = house.official.iter().flat_map(|(account, said)| said.iter().map(move |one| (account, one)));
    let said = said.collect::<Vec<_>>();
    asked.get("/official/{}/{}", said.iter().map(|(account, one)| format!("/official/{account}/{one}")));
    let deliveries = said.iter().map(|(_, one)| (*one).clone()).collect::<Vec<_>>();
    asked.of("/certificates/{}", &deliveries);
    asked.of("/certificates/{}/file", &deliveries);
}

fn signed_in(house: &House, person: &Person, address: SocketAddr) -> One {
    let cookie = ("cookie", person.cookie.clone());
    let mut asked = Asked { address, headers: vec![cookie], requests: BTreeMap::new() };
    let role = match person.login {
        "nakamura" | "kobayashi" | "kato" => "committee",
        "sasaki" => "auditor",
        "yamada" => "administrator",
        "yoshida" => "examiner",
        "matsumoto" => "employee",
        _ => "operator",
    };
    for path in ["/", "/healthz", "/stops", "/consultations"] {
        asked.one(path);
    }
    if matches!(role, "operator" | "committee" | "auditor") {
        readers(&mut asked, house);
    }
    match role {
        "operator" => writers(&mut asked, house),
        "auditor" => auditors(&mut asked, house),
        "administrator" => {
            for path in ["/people", "/people/new", "/accounts", "/accounts/new"] {
                asked.one(path);
            }
            asked.of("/people/{}", &house.signed_in.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
        }
        "employee" => asked.of("/people/{}", std::slice::from_ref(&person.id)),
        _ => {}
    }
    if matches!(role, "operator" | "auditor") {
        asked.headers = vec![("authorization", format!("Bearer {}", person.bearer))];
        programs(&mut asked, house, role == "auditor");
    }
    One { requests: asked.requests }
}

fn readers(asked: &mut Asked, house: &House) {
    for path in [
        "/posts",
        "/posts?state=published",
        "/posts?state=submitted",
        "/posts?q=A-77",
        "/posts?q=nothing-has-this",
        "/reviews",
        "/reviews?tab=mine",
        "/consultations?tab=ruled",
        "/calendar",
        "/calendar?view=week",
        "/calendar?view=list",
        "/people",
        "/accounts",
    ] {
        asked.one(path);
    }
    asked.get("/posts?before={}", house.befores.iter().map(|before| format!("/posts?before={before}")));
    asked.of("/posts/{}", &[house.stage("published"), house.stage("submitted"), house.stage("scheduled")].concat());
    asked.of("/posts/{}/revisions", house.stage("published"));
    asked.of("/reviews/{}", house.stage("submitted"));
    asked.of("/consultations/{}", &house.consultations);
}

fn writers(asked: &mut Asked, house: &House) {
    asked.one("/posts/new");
    let open = [house.stage("draft"), house.stage("submitted")].concat();
    asked.of("/posts/{}/edit", &open);
    let by_hand = house.by_hand.iter().map(|(post, delivery)| format!("/posts/{post}/deliveries/{delivery}"));
    asked.get("/posts/{}/deliveries/{}", by_hand);
    let cookie = asked.headers[0].1.clone();
    let mut client = Client::new(asked.address);
    let page = client.ask(&request("GET", "/posts/new", asked.address, &[("cookie", &cookie)], ""));
    let page = String::from_utf8_lossy(page.body).into_owned();
    let (_, rest) = page.split_once("name=\"csrf\" value=\"").unwrap();
    let csrf = rest.split('"').next().unwrap();
    let account =
        page.split_once("name=\"account\" value=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or("");
    let typed = open.iter().take(100).enumerate().map(|(number, post)| {
        let text = encode(&format!(
            "新しい浄水機は、消費電力が従来より{number}%少なくなりました。お問い合わせは090-1234-5678まで。"
        ));
        let body = format!("csrf={csrf}&class=routine&title=x&text={text}&benefit=x&account={account}");
        let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin"), ("accept", "text/html")];
        request("POST", &format!("/posts/{post}/findings"), asked.address, &headers, &body)
    });
    let typed = typed.collect();
    asked.requests.insert("POST /posts/{}/findings", typed);
}

fn auditors(asked: &mut Asked, house: &House) {
    for path in ["/records", "/records?type=certification", "/records?type=stop", "/records/verification"] {
        asked.one(path);
    }
    let afters = (1..40).map(|n| house.lines * n / 40);
    asked.get("/records?after={}", afters.map(|after| format!("/records?after={after}")));
    let deliveries = house.official.iter().flat_map(|(_, said)| said.iter().cloned()).collect::<Vec<_>>();
    asked.of("/certificates/{}?view=items", &deliveries);
}

fn programs(asked: &mut Asked, house: &House, auditor: bool) {
    for path in [
        "/api/v1/me",
        "/api/v1/accounts",
        "/api/v1/people",
        "/api/v1/certifications",
        "/api/v1/stops",
        "/api/v1/posts",
        "/api/v1/posts?count=500",
        "/api/v1/openapi.json",
    ] {
        asked.one(path);
    }
    asked.of("/api/v1/posts/{}", house.stage("submitted"));
    asked.of("/api/v1/posts/{}/history", house.stage("published"));
    if auditor {
        asked.one("/api/v1/records");
    }
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

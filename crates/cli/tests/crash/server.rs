//! The real `shingi serve` as a process of its own, and a client of a few lines of HTTP/1.1 (1-7).

use std::{
    collections::BTreeMap,
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    os::unix::process::ExitStatusExt as _,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::{house::House, receiver::Receiver};

const PATIENCE: Duration = Duration::from_secs(60);
const SIGKILL: i32 = 9;

pub struct Server {
    child: Child,
    address: SocketAddr,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    pub fn start(data: &Path, receiver: &Receiver, failpoint: Option<&str>) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut command = Command::new(crate::shingi());
        command.args(["serve", "--listen", &address.to_string(), "--data"]).arg(data).stdout(Stdio::null());
        command.env("SHINGI_TEST_RECEIVER", receiver.address.to_string());
        command.env_remove("SHINGI_FAILPOINT");
        if let Some(place) = failpoint {
            command.env("SHINGI_FAILPOINT", place);
        }
        let server = Self { child: command.spawn().unwrap(), address };
        server.wait_until("start", || server.call("GET", "/readyz", "", None).is_some_and(|(status, _)| status == 200));
        server
    }

    pub fn wait_until(&self, label: &str, condition: impl Fn() -> bool) {
        let until = Instant::now() + PATIENCE;
        while !condition() {
            assert!(Instant::now() < until, "{label}: not within {PATIENCE:?}");
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Status and body; `None` where nobody answered to the end.
    fn call(&self, method: &str, path: &str, token: &str, body: Option<&Value>) -> Option<(u16, Value)> {
        let mut stream = TcpStream::connect_timeout(&self.address, Duration::from_secs(5)).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
        let body = body.map(Value::to_string).unwrap_or_default();
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {token}\r\ncontent-type: application/json\r\n\
             content-length: {length}\r\nconnection: close\r\n\r\n{body}",
            self.address
        )
        .ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        let (head, body) = answer.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some((status, serde_json::from_str(body).unwrap_or(Value::Null)))
    }

    /// Whether the server acknowledged that it publishes this in a moment.
    pub fn schedule(&self, house: &House, post: &str, delivery: &str) -> bool {
        let path = format!("/api/v1/posts/{post}/deliveries/{delivery}/schedule");
        let due = jiff::Timestamp::now() + Duration::from_millis(1_000);
        let answer = self.call("PUT", &path, &house.token, Some(&json!({ "due": due.to_string() })));
        if let Some((status, body)) = &answer {
            assert_eq!(*status, 200, "{body}");
        }
        answer.is_some()
    }

    /// Begins posts until the process dies of SIGKILL; the ones that were acknowledged, with their words.
    pub fn write_until_killed(&mut self, house: &House) -> BTreeMap<String, String> {
        let until = Instant::now() + PATIENCE;
        let mut acknowledged = BTreeMap::new();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                assert_eq!(status.signal(), Some(SIGKILL), "ended otherwise than by the kill: {status}");
                return acknowledged;
            }
            assert!(Instant::now() < until, "the place of the kill was not reached within {PATIENCE:?}");
            let text = format!("書きかけの{}番目です。", acknowledged.len());
            let body = json!({ "text": text, "accounts": [{ "account": house.account }] });
            if let Some((status, post)) = self.call("POST", "/api/v1/posts", &house.token, Some(&body)) {
                assert_eq!(status, 201, "{post}");
                acknowledged.insert(post["id"].as_str().unwrap().to_owned(), text);
            }
        }
    }

    fn post(&self, house: &House, post: &str) -> Option<Value> {
        let (status, body) = self.call("GET", &format!("/api/v1/posts/{post}"), &house.token, None)?;
        (status == 200).then_some(body)
    }

    pub fn text_of(&self, house: &House, post: &str) -> Option<String> {
        self.post(house, post)?["text"].as_str().map(str::to_owned)
    }

    /// The state of every delivery of the house.
    pub fn states(&self, house: &House) -> BTreeMap<String, String> {
        let state = |(post, delivery): &(String, String)| {
            let found = self.post(house, post).unwrap();
            (delivery.clone(), found["deliveries"][0]["state"].as_str().unwrap().to_owned())
        };
        house.deliveries.iter().map(state).collect()
    }

    /// Deliveries that are on their way.
    pub fn under_way(&self, house: &House) -> usize {
        self.states(house).values().filter(|state| ["scheduled", "sending"].contains(&state.as_str())).count()
    }

    /// Time for the jobs to look twice.
    pub fn two_looks(&self) {
        std::thread::sleep(Duration::from_millis(2_200));
    }

    /// Ends it as an operator would.
    pub fn end(mut self) {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(asked.success());
        let status = self.child.wait().unwrap();
        assert!(status.success(), "{status}");
    }
}

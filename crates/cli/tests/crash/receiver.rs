//! Who counts what went out: an HTTP server of a few lines in this process, outside the one that is killed (2-9).
//!
//! `POST /attempts/{delivery}/{attempt}` arrives; `GET` of the same asks whether it has. Not idempotent on purpose.

use std::{
    collections::BTreeMap,
    io::{BufRead as _, BufReader, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
};

#[derive(Default)]
struct Counts {
    /// By `delivery/attempt`.
    posted: BTreeMap<String, u32>,
    asked: BTreeMap<String, u32>,
}

pub struct Receiver {
    pub address: SocketAddr,
    counts: Arc<Mutex<Counts>>,
}

impl Receiver {
    pub fn listen() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let counts = Arc::new(Mutex::new(Counts::default()));
        let shared = Arc::clone(&counts);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                answer(stream, &shared);
            }
        });
        Self { address, counts }
    }

    pub fn posted(&self, delivery: &str) -> u32 {
        of(&self.counts.lock().unwrap().posted, delivery)
    }

    pub fn questions(&self, delivery: &str) -> u32 {
        of(&self.counts.lock().unwrap().asked, delivery)
    }

    pub fn all_questions(&self) -> u32 {
        self.counts.lock().unwrap().asked.values().sum()
    }
}

fn of(counts: &BTreeMap<String, u32>, delivery: &str) -> u32 {
    let mine = counts.iter().filter(|(place, _)| place.split('/').next() == Some(delivery));
    mine.map(|(_, count)| count).sum()
}

fn answer(stream: TcpStream, counts: &Mutex<Counts>) {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    if reader.read_line(&mut first).is_err() {
        return;
    }
    let mut header = String::new();
    while reader.read_line(&mut header).is_ok_and(|read| read > 2) {
        header.clear();
    }
    let mut words = first.split(' ');
    let (method, path) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let place = path.strip_prefix("/attempts/").unwrap_or(path).to_owned();
    let status = {
        let mut counts = counts.lock().unwrap();
        if method == "POST" {
            *counts.posted.entry(place).or_default() += 1;
            "200 OK"
        } else {
            *counts.asked.entry(place.clone()).or_default() += 1;
            if counts.posted.contains_key(&place) { "200 OK" } else { "404 Not Found" }
        }
    };
    let _ = write!(reader.into_inner(), "HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
}

//! A client that costs little: one kept connection, a request written as bytes, an answer read by its frame only. Nothing
//! is unzipped or parsed, so that what is measured is the server.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

pub struct Client {
    address: SocketAddr,
    stream: Option<BufReader<TcpStream>>,
    body: Vec<u8>,
}

pub struct Answer<'a> {
    pub status: u16,
    pub body: &'a [u8],
}

/// A request as it goes over the wire.
pub fn request(method: &str, path: &str, address: SocketAddr, headers: &[(&str, &str)], body: &str) -> Vec<u8> {
    let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {address}\r\naccept-language: ja\r\n");
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    if method == "POST" {
        head += &format!("content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n", body.len());
    }
    format!("{head}\r\n{body}").into_bytes()
}

impl Client {
    pub const fn new(address: SocketAddr) -> Self {
        Self { address, stream: None, body: Vec::new() }
    }

    pub fn ask(&mut self, request: &[u8]) -> Answer<'_> {
        let mut stream = self.stream.take().unwrap_or_else(|| {
            let stream = TcpStream::connect(self.address).unwrap();
            stream.set_nodelay(true).unwrap();
            stream.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
            BufReader::with_capacity(64 * 1024, stream)
        });
        stream.get_mut().write_all(request).unwrap();
        let status = read(&mut stream, &mut self.body);
        self.stream = Some(stream);
        Answer { status, body: &self.body }
    }
}

/// Reads one answer whole; its status.
fn read(stream: &mut BufReader<TcpStream>, body: &mut Vec<u8>) -> u16 {
    body.clear();
    let (mut line, mut status, mut length, mut chunked) = (String::new(), 0, 0, false);
    loop {
        line.clear();
        assert!(stream.read_line(&mut line).unwrap() > 0, "the server closed the connection");
        let lower = line.trim_end().to_ascii_lowercase();
        match lower.split_once(": ") {
            _ if lower.is_empty() => break,
            Some(("content-length", value)) => length = value.parse().unwrap(),
            Some(("transfer-encoding", value)) => chunked = value == "chunked",
            Some(_) => {}
            None => status = lower.split(' ').nth(1).unwrap().parse().unwrap(),
        }
    }
    if chunked {
        loop {
            line.clear();
            stream.read_line(&mut line).unwrap();
            let size = u64::from_str_radix(line.trim_end(), 16).unwrap();
            stream.take(size).read_to_end(body).unwrap();
            line.clear();
            stream.read_line(&mut line).unwrap();
            if size == 0 {
                break;
            }
        }
    } else if status != 304 {
        stream.take(length).read_to_end(body).unwrap();
    }
    status
}

/// A long answer, thrown away as it comes: its bytes and how long it took.
pub fn download(address: SocketAddr, path: &str, cookie: &str) -> (u64, Duration) {
    let began = Instant::now();
    let mut stream = TcpStream::connect(address).unwrap();
    let headers = [("cookie", cookie), ("connection", "close")];
    stream.write_all(&request("GET", path, address, &headers, "")).unwrap();
    let bytes = std::io::copy(&mut stream, &mut std::io::sink()).unwrap();
    (bytes, began.elapsed())
}

//! A receiver outside this process, for the crash tests only: what arrives there really left the house.
//! Serves no item of its own.
//!
//! A few lines of HTTP/1.1 over loopback; refuses any other address. Not idempotent on purpose, so that a blind
//! second request would be counted.

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

use crate::{Asked, Outgoing, SendError, Sent};

pub struct Receiver {
    address: SocketAddr,
}

impl Receiver {
    /// `SHINGI_TEST_RECEIVER=127.0.0.1:PORT`
    #[must_use]
    pub fn from_env() -> Option<Self> {
        let address = std::env::var("SHINGI_TEST_RECEIVER").ok()?.parse::<SocketAddr>().ok()?;
        address.ip().is_loopback().then_some(Self { address })
    }

    pub fn send(&self, outgoing: &Outgoing<'_>) -> Result<(), SendError> {
        let line = format!("POST /attempts/{}/{} HTTP/1.1", outgoing.delivery, outgoing.attempt);
        match self.call(&line) {
            Ok(answer) if answer.starts_with("HTTP/1.1 200") => Ok(()),
            Ok(answer) => Err(SendError::Rejected(answer.chars().take(40).collect())),
            Err(error) => Err(SendError::Unknown(error.to_string())),
        }
    }

    #[must_use]
    pub fn ask(&self, outgoing: &Outgoing<'_>) -> Asked {
        let line = format!("GET /attempts/{}/{} HTTP/1.1", outgoing.delivery, outgoing.attempt);
        match self.call(&line) {
            Ok(answer) if answer.starts_with("HTTP/1.1 200") => Asked::Found(Sent { url: String::new() }),
            Ok(answer) if answer.starts_with("HTTP/1.1 404") => Asked::NotFound,
            Ok(answer) => Asked::NoAnswer(answer.chars().take(40).collect()),
            Err(error) => Asked::NoAnswer(error.to_string()),
        }
    }

    fn call(&self, line: &str) -> std::io::Result<String> {
        let mut stream = TcpStream::connect_timeout(&self.address, Duration::from_secs(5))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(stream, "{line}\r\nhost: receiver\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }
}

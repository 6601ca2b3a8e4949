//! A body that is written while it is sent: what is long never stands in memory as a whole (2-9).
//!
//! Must never end as if it were whole where the writing failed: the connection is cut, and the reader sees that.

use std::{
    io::{self, Write},
    pin::Pin,
    task::{Context, Poll},
};

use axum::body::{Body, Bytes};
use futures_core::Stream;
use shingi_app::AppError;
use tokio::sync::mpsc;

/// Bytes of a piece, and pieces that may wait for the reader: a slow one holds up the writing, not the memory.
const PIECE: usize = 64 * 1024;
const WAITING: usize = 4;

/// What `write` writes, on a thread of its own.
pub fn body(write: impl FnOnce(&mut dyn Write) -> Result<(), AppError> + Send + 'static) -> Body {
    let (sender, receiver) = mpsc::channel(WAITING);
    // A thread of its own: a slow reader must not hold one of those that answer everybody.
    std::thread::spawn(move || {
        let mut pieces = Pieces { sender: sender.clone(), piece: Vec::with_capacity(PIECE) };
        let done = write(&mut pieces).map_err(|error| io::Error::other(error.to_string()));
        if let Err(error) = done.and_then(|()| pieces.flush()) {
            tracing::warn!(%error, "a download was cut short");
            // Nobody may be there any more.
            let _ = sender.blocking_send(Err(error));
        }
    });
    Body::from_stream(Received(receiver))
}

struct Pieces {
    sender: mpsc::Sender<io::Result<Bytes>>,
    piece: Vec<u8>,
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        self.sender.blocking_send(Ok(piece.into())).map_err(|_| io::Error::other("the reader went away"))
    }
}

struct Received(mpsc::Receiver<io::Result<Bytes>>);

impl Stream for Received {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, ctx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(ctx)
    }
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::*;

    fn read(body: impl FnOnce() -> Body) -> Result<Vec<u8>, axum::Error> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async { to_bytes(body(), usize::MAX).await.map(|bytes| bytes.to_vec()) })
    }

    #[test]
    fn what_is_written_arrives_whole_and_in_order() {
        let written = (0..300_000_u32).flat_map(u32::to_be_bytes).collect::<Vec<_>>();
        let sent = written.clone();
        let arrived =
            read(|| body(move |out| sent.chunks(777).try_for_each(|part| out.write_all(part)).map_err(failed)));
        assert!(arrived.unwrap() == written);
    }

    #[test]
    fn what_could_not_be_written_to_its_end_does_not_look_whole() {
        let arrived = read(|| {
            body(|out| {
                out.write_all(b"a beginning").map_err(failed)?;
                Err(AppError::Record("the disk is gone".to_owned()))
            })
        });
        assert!(arrived.unwrap_err().to_string().contains("the disk is gone"));
    }

    #[test]
    fn whoever_writes_learns_that_the_reader_went_away() {
        let (told, heard) = std::sync::mpsc::channel();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            drop(body(move |out| {
                let done = (0..1_000).try_for_each(|_| out.write_all(&[0; PIECE]));
                told.send(done.is_err()).unwrap();
                done.map_err(failed)
            }));
        });
        assert!(heard.recv().unwrap(), "it wrote on for nobody");
    }

    fn failed(error: io::Error) -> AppError {
        AppError::Record(error.to_string())
    }
}

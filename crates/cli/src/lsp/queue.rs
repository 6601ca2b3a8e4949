//! What an editor sent and nobody has looked at yet. Serves no item of its own.

use std::collections::VecDeque;

use lsp_server::{ErrorCode, Message, RequestId, Response};
use serde::Deserialize;

#[derive(Default)]
pub struct Queue(VecDeque<Message>);

#[derive(Deserialize)]
struct Cancelled {
    id: RequestId,
}

impl Queue {
    pub fn push(&mut self, message: Message) {
        self.0.push_back(message);
    }

    pub fn next(&mut self) -> Option<Message> {
        self.0.pop_front()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes out every request that was cancelled while it waited, with the answer that it gets: an editor waits for one.
    pub fn cancelled(&mut self) -> Vec<Response> {
        let mut ids: Vec<RequestId> = Vec::new();
        self.0.retain(|message| match message {
            Message::Notification(told) if told.method == "$/cancelRequest" => {
                ids.extend(serde_json::from_value(told.params.clone()).ok().map(|Cancelled { id }| id));
                false
            }
            Message::Notification(_) | Message::Request(_) | Message::Response(_) => true,
        });
        let mut responses = Vec::new();
        self.0.retain(|message| match message {
            Message::Request(request) if ids.contains(&request.id) => {
                let code = ErrorCode::RequestCanceled as i32;
                responses.push(Response::new_err(request.id.clone(), code, "cancelled before it was looked at".into()));
                false
            }
            Message::Request(_) | Message::Notification(_) | Message::Response(_) => true,
        });
        responses
    }
}

#[cfg(test)]
mod tests {
    use lsp_server::{Notification, Request};
    use serde_json::json;

    use super::*;

    #[test]
    fn a_request_that_waits_can_be_cancelled_and_is_answered_and_the_others_keep_their_order() {
        let mut queue = Queue::default();
        let request = |id: i32| Message::Request(Request::new(id.into(), "textDocument/hover".into(), json!({})));
        let cancel = |params| Message::Notification(Notification::new("$/cancelRequest".into(), params));
        for message in [
            request(1),
            request(2),
            cancel(json!({"id": 1})),
            cancel(json!({"id": 9})),
            cancel(json!(null)),
            request(3),
        ] {
            queue.push(message);
        }
        let answers = queue.cancelled();
        let [Response { id, response_result: Err(error) }] = &answers[..] else { panic!("{answers:?}") };
        assert_eq!((id, error.code), (&1.into(), -32800));
        let left: Vec<RequestId> = std::iter::from_fn(|| queue.next())
            .map(|message| match message {
                Message::Request(request) => request.id,
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(left, [2.into(), 3.into()]);
        assert!(queue.is_empty() && queue.cancelled().is_empty());
    }
}

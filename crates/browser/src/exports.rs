//! What a page calls, over the module's memory: `input(length)` says where to write, a verb reads that and answers 0 (done)
//! or 1 (`output` says what was expected, what came and what to do), `output()` and `output_length()` say where the answer is.
//!
//! Serves every **R** item. The only file of the project with `unsafe(no_mangle)`: without it a name is not exported. No
//! pointer is ever followed here: the page writes into a buffer that this module owns, and reads from another.
#![allow(unsafe_code, reason = "an exported name needs `unsafe(no_mangle)`; there is no block of unsafe code")]

use std::{
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde::Serialize;

use crate::checker::Checker;

struct Module {
    input: Vec<u8>,
    output: Vec<u8>,
    checker: Option<Checker>,
}

static MODULE: Mutex<Module> = Mutex::new(Module { input: Vec::new(), output: Vec::new(), checker: None });

fn module() -> MutexGuard<'static, Module> {
    MODULE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Module {
    /// Keeps the answer for the page to read.
    fn tell(&mut self, result: Result<impl Serialize, String>) -> u32 {
        let (output, code) = match result.and_then(|value| serde_json::to_vec(&value).map_err(|e| e.to_string())) {
            Ok(json) => (json, 0),
            Err(message) => (message.into_bytes(), 1),
        };
        self.output = output;
        code
    }

    fn started(&mut self) -> Result<&mut Checker, String> {
        self.checker.as_mut().ok_or_else(|| "expected `start` first".to_owned())
    }

    fn take(&mut self, into: fn(&mut Checker, &'static [u8]) -> Result<(), String>) -> u32 {
        // For as long as the page is open: rules point into it.
        let bytes: &'static [u8] = mem::take(&mut self.input).leak();
        let result = self.started().and_then(|checker| {
            into(checker, bytes)?;
            Ok(checker.ready())
        });
        self.tell(result)
    }
}

/// Where to write the next question of so many bytes.
#[unsafe(no_mangle)]
pub extern "C" fn input(length: usize) -> *mut u8 {
    let mut module = module();
    module.input = vec![0; length];
    module.input.as_mut_ptr()
}

/// Starts from [`crate::wire::Start`]; answers [`crate::wire::Ready`].
#[unsafe(no_mangle)]
pub extern "C" fn start() -> u32 {
    let mut module = module();
    let result = Checker::start(&mem::take(&mut module.input)).map(|checker| module.checker.insert(checker).ready());
    module.tell(result)
}

/// Takes a dictionary of words; answers [`crate::wire::Ready`].
#[unsafe(no_mangle)]
pub extern "C" fn take_words() -> u32 {
    module().take(Checker::take_words)
}

/// Takes weights of likeness; answers [`crate::wire::Ready`].
#[unsafe(no_mangle)]
pub extern "C" fn take_weights() -> u32 {
    module().take(Checker::take_weights)
}

/// Answers a [`crate::wire::Question`] with a [`crate::wire::Answer`].
#[unsafe(no_mangle)]
pub extern "C" fn inspect() -> u32 {
    let mut module = module();
    let question = mem::take(&mut module.input);
    let result = module.started().and_then(|checker| checker.answer(&question));
    module.tell(result)
}

/// Where the last answer begins.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    module().output.as_ptr()
}

#[unsafe(no_mangle)]
pub extern "C" fn output_length() -> usize {
    module().output.len()
}

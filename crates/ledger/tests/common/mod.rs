//! What the tampering tests share: files as lines, forgers with and without the key, and the verifier in Python.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::disallowed_types, dead_code)]

use std::{
    io::Write as _,
    path::PathBuf,
    process::{Command, Stdio},
};

use shingi_ledger::{
    Log,
    checkpoint::{LogKey, SignedCheckpoint},
    export::{Exported, Item},
    testing::Ledger,
    tree::{Frontier, leaf_hash},
    verify::{Options, Unreadable, Verdict, verify},
};

pub fn judge(bytes: &[u8], options: &Options) -> Result<Verdict, Unreadable> {
    verify(bytes, options, &mut |_| ())
}

/// Exit code and faulty line, as both verifiers give them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    pub exit: i32,
    pub line: Option<u64>,
}

pub fn answer(judged: &Result<Verdict, Unreadable>) -> Answer {
    match judged {
        Ok(verdict) => {
            Answer { exit: i32::from(!verdict.holds()), line: verdict.fault.as_ref().map(|fault| fault.line) }
        }
        Err(_) => Answer { exit: 2, line: None },
    }
}

/// A file as lines, to change one of them.
#[derive(Clone)]
pub struct Lines(pub Vec<Vec<u8>>);

impl Lines {
    pub fn of(bytes: &[u8]) -> Self {
        Self(bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect())
    }

    pub fn bytes(&self) -> Vec<u8> {
        self.0.concat()
    }

    /// Index of the `nth` line that contains `needle`.
    pub fn find(&self, needle: &str, nth: usize) -> usize {
        let mut found = (0..self.0.len()).filter(|index| String::from_utf8_lossy(&self.0[*index]).contains(needle));
        found.nth(nth).unwrap_or_else(|| panic!("line {nth} with {needle}"))
    }

    pub fn replace(&mut self, index: usize, from: &str, to: &str) {
        let line = String::from_utf8(self.0[index].clone()).unwrap();
        assert!(line.contains(from), "{from} in {line}");
        self.0[index] = line.replacen(from, to, 1).into_bytes();
    }

    /// Changes a ledger line and the hash beside it, as somebody does who can compute SHA-256.
    pub fn forge(&mut self, index: usize, from: &str, to: &str) {
        self.replace(index, from, to);
        let line = String::from_utf8(self.0[index].clone()).unwrap();
        let (start, rest) = line.split_once("\":").unwrap();
        let (raw, rest) = rest.split_once(",\"leaf\":\"").unwrap();
        let leaf = leaf_hash(raw.as_bytes());
        self.0[index] = format!("{start}\":{raw},\"leaf\":\"{leaf}{}", &rest[44..]).into_bytes();
    }
}

/// Computes all hashes, roots and checkpoints of a ledger anew after its lines were changed, with these keys.
pub fn rebuild(ledger: &mut Ledger, keys: [LogKey; 2]) {
    for (log, key) in Log::ALL.into_iter().zip(keys) {
        let growing = ledger.log_mut(log);
        growing.key = key;
        growing.frontier = Frontier::new();
        growing.leaves.clear();
        for item in &mut growing.items {
            match item {
                Item::Line(Exported { line, leaf, .. }) => {
                    *leaf = leaf_hash(line);
                    growing.frontier.push(*leaf);
                    growing.leaves.push(*leaf);
                }
                Item::Checkpoint(note) => {
                    *note = growing.key.sign(growing.frontier.size(), growing.frontier.root()).to_string();
                }
            }
        }
    }
}

pub fn other_key(log: Log) -> LogKey {
    LogKey::from_secret(&log.origin("shingi.example"), &[log as u8 + 66; 32]).unwrap()
}

pub fn same_keys(ledger: &Ledger) -> [LogKey; 2] {
    Log::ALL.map(|log| LogKey::from_skey(&ledger.log(log).key.to_skey()).unwrap())
}

pub fn replace_in_line(line: &mut Exported, from: &str, to: &str) {
    let text = String::from_utf8(line.line.clone()).unwrap();
    assert!(text.contains(from), "{from} in {text}");
    line.line = text.replacen(from, to, 1).into_bytes();
}

/// What `scripts/verify.py` is asked; files are written to a folder of this test.
pub struct Question {
    pub name: String,
    pub bytes: Vec<u8>,
    pub options: Options,
}

impl Question {
    fn arguments(&self, folder: &std::path::Path) -> Vec<String> {
        let write = |name: String, bytes: &[u8]| {
            let path = folder.join(name);
            std::fs::write(&path, bytes).unwrap();
            path.into_os_string().into_string().unwrap()
        };
        let mut arguments = vec![write(format!("{}.jsonl", self.name), &self.bytes)];
        for key in &self.options.keys {
            arguments.extend(["--key".to_owned(), key.to_string()]);
        }
        for (index, kept) in self.options.checkpoints.iter().enumerate() {
            let name = write(format!("{}.{index}.note", self.name), kept.to_string().as_bytes());
            arguments.extend(["--checkpoint".to_owned(), name]);
        }
        arguments
    }
}

fn script() -> PathBuf {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../scripts/verify.py");
    assert!(script.exists(), "expected the verifier in Python at scripts/verify.py");
    script
}

pub fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs the script as its user does, once.
pub fn run_python(question: &Question, folder: &std::path::Path) -> Answer {
    let output = Command::new("python3").arg(script()).args(question.arguments(folder)).output();
    let output =
        output.expect("expected `python3` on the path: install it (apt install python3), it is needed for this test");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("Traceback"), "{}: {said}", question.name);
    Answer { exit: output.status.code().unwrap(), line: faulty_line(&said) }
}

fn faulty_line(said: &str) -> Option<u64> {
    said.strip_prefix("does not hold: line ")?.split(' ').next()?.parse().ok()
}

/// Runs the script's `main` for many questions in one process, since a process for each changed byte would take long.
pub fn run_python_many(questions: &[Question], folder: &std::path::Path) -> Vec<Answer> {
    const DRIVER: &str = "
import contextlib, importlib.util, io, json, sys
spec = importlib.util.spec_from_file_location('verify', sys.argv[1])
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)
for line in sys.stdin:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = verify.main(json.loads(line))
    print(json.dumps([code, said.getvalue()]), flush=True)
";
    let mut child = Command::new("python3")
        .args(["-c", DRIVER])
        .arg(script())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("expected `python3` on the path: install it (apt install python3), it is needed for this test");
    let asked = questions.iter().map(|question| serde_json::to_string(&question.arguments(folder)).unwrap() + "\n");
    let asked = asked.collect::<String>();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::Builder::new().spawn(move || stdin.write_all(asked.as_bytes()).unwrap()).unwrap();
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let answers = String::from_utf8(output.stdout).unwrap();
    let answers = answers.lines().map(|line| {
        let (exit, said): (i32, String) = serde_json::from_str(line).unwrap();
        Answer { exit, line: faulty_line(&said) }
    });
    let answers = answers.collect::<Vec<_>>();
    assert_eq!(answers.len(), questions.len(), "the verifier in Python stopped early");
    answers
}

pub fn last_checkpoint(ledger: &Ledger, log: Log) -> SignedCheckpoint {
    let notes = ledger.log(log).items.iter().rev().find_map(|item| match item {
        Item::Checkpoint(note) => Some(note),
        Item::Line(_) => None,
    });
    SignedCheckpoint::parse(notes.unwrap()).unwrap()
}

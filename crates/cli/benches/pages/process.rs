//! The real program in a process of its own: when it listens, what memory and processor time it takes (Linux).

use std::{
    fs,
    io::{BufRead as _, BufReader},
    net::{SocketAddr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::client::{Client, request};

pub struct Served {
    child: Child,
    pub address: SocketAddr,
    /// From the start of the process until it said that it listens, and until it answered.
    pub listening: Duration,
    pub answering: Duration,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Served {
    pub fn start(folder: &Path) -> Self {
        Self::run(&["serve", "--data", folder.to_str().unwrap()])
    }

    fn run(arguments: &[&str]) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let began = Instant::now();
        let mut command = Command::new(env!("CARGO_BIN_EXE_shingi"));
        command.args(arguments).args(["--listen", &address.to_string()]).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let said = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let heard = said.into_iter().find(|line| line.starts_with("listening on"));
        assert!(heard.is_some(), "the server ended before it listened");
        let listening = began.elapsed();
        let ready = request("GET", "/readyz", address, &[], "");
        assert_eq!(Client::new(address).ask(&ready).status, 200);
        Self { child, address, listening, answering: began.elapsed() }
    }

    /// Megabytes in memory now.
    pub fn resident(&self) -> u64 {
        self.status("VmRSS:")
    }

    /// The most that it ever had.
    pub fn resident_max(&self) -> u64 {
        self.status("VmHWM:")
    }

    fn status(&self, name: &str) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        line.split_whitespace().next().unwrap().parse::<u64>().unwrap() / 1024
    }

    pub fn cpu(&self) -> Duration {
        cpu(&self.child.id().to_string())
    }
}

/// Processor time of a process, its kernel's part included: hundredths of a second.
pub fn cpu(process: &str) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields = stat.rsplit(')').next().unwrap().split_whitespace().collect::<Vec<_>>();
    let ticks = fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap();
    Duration::from_millis(ticks * 10)
}

/// How long until it listens: on the full house, on a small one, and as a demo that fills its folder first.
pub fn starts(full: &Path, temporary: &Path) {
    const TIMES: usize = 9;
    println!("| start | n | median | slowest | median until it answers |\n|---|---|---|---|---|");
    let small = temporary.join("small");
    let mut bare = Vec::new();
    for _ in 0..TIMES {
        let began = Instant::now();
        Command::new(env!("CARGO_BIN_EXE_shingi")).arg("--version").output().unwrap();
        bare.push((began.elapsed(), began.elapsed()));
    }
    row("`shingi --version`, to compare", bare);
    let mut demo = Vec::new();
    for n in 0..TIMES {
        let folder = temporary.join(format!("demo-{n}"));
        let served = Served::run(&["demo", "--data", folder.to_str().unwrap()]);
        demo.push((served.listening, served.answering));
        drop(served);
        if n == 0 {
            fs::rename(&folder, &small).unwrap();
        } else {
            fs::remove_dir_all(&folder).unwrap();
        }
    }
    row("`shingi demo`", demo);
    for (label, folder) in
        [("`shingi serve` on the demo's folder", small.as_path()), ("`shingi serve` on the full folder", full)]
    {
        let served = (0..TIMES).map(|_| Served::start(folder)).map(|served| (served.listening, served.answering));
        row(label, served.collect());
    }
    println!();
}

fn row(label: &str, mut times: Vec<(Duration, Duration)>) {
    times.sort();
    let mut answering = times.iter().map(|(_, answering)| *answering).collect::<Vec<_>>();
    answering.sort();
    let middle = times.len() / 2;
    let (median, slowest) = (times[middle].0, times[times.len() - 1].0);
    println!("| {label} | {} | {median:.0?} | {slowest:.0?} | {:.0?} |", times.len(), answering[middle]);
}

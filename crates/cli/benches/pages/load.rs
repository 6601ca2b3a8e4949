//! Twenty clients at once, each with the requests that its person may make, and what they were answered when.

use std::{
    collections::BTreeMap,
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

use crate::{client::Client, process, routes::Plan};

#[derive(Default)]
struct Seen {
    /// How often it was asked, answered or not.
    asked: usize,
    times: Vec<Duration>,
    bytes: usize,
}

pub struct Loaded {
    seen: BTreeMap<&'static str, Seen>,
    took: Duration,
    client_cpu: Duration,
}

/// Runs until every route has `samples` answers, or until `longest`. With a pace each client clicks at its times, whether
/// or not the machine keeps up, and an answer counts from when its click was due: a stall is not hidden by waiting.
pub fn run(plan: &Plan, samples: usize, pace: Option<Duration>, longest: Duration) -> Loaded {
    let labels = plan.clients.iter().flat_map(|client| client.requests.keys().copied());
    let seen = Mutex::new(labels.map(|label| (label, Seen::default())).collect::<BTreeMap<_, _>>());
    let (began, cpu) = (Instant::now(), process::cpu("self"));
    thread::scope(|scope| {
        for (number, one) in plan.clients.iter().enumerate() {
            let seen = &seen;
            scope.spawn(move || {
                let mut client = Client::new(plan.address);
                // Not all at once: spread over the pace.
                let first = pace.map_or(Duration::ZERO, |pace| pace * u32::try_from(number).unwrap() / 20);
                let mut due = began + first;
                while began.elapsed() < longest {
                    let Some((label, request)) = next(seen, &one.requests, samples, number) else { return };
                    match pace {
                        Some(pace) => {
                            thread::sleep(due.saturating_duration_since(Instant::now()));
                            let asked = due;
                            due += pace;
                            answered(seen, &mut client, label, request, asked);
                        }
                        None => answered(seen, &mut client, label, request, Instant::now()),
                    }
                }
            });
        }
    });
    let client_cpu = process::cpu("self") - cpu;
    Loaded { seen: seen.into_inner().unwrap(), took: began.elapsed(), client_cpu }
}

/// The route of this client that was asked least, with the next of its requests.
fn next<'a>(
    seen: &Mutex<BTreeMap<&'static str, Seen>>,
    requests: &'a BTreeMap<&'static str, Vec<Vec<u8>>>,
    samples: usize,
    number: usize,
) -> Option<(&'static str, &'a [u8])> {
    let mut seen = seen.lock().unwrap();
    let least = requests.keys().min_by_key(|label| (seen[*label].asked, label.len() * (number + 1) % 31))?;
    let one = seen.get_mut(least).unwrap();
    if one.asked >= samples {
        return None;
    }
    one.asked += 1;
    let all = &requests[least];
    Some((least, &all[(one.asked * 7 + number) % all.len()]))
}

fn answered(
    seen: &Mutex<BTreeMap<&'static str, Seen>>,
    client: &mut Client,
    label: &'static str,
    request: &[u8],
    asked: Instant,
) {
    let answer = client.ask(request);
    let took = asked.elapsed();
    assert!(
        answer.status == 200,
        "{label}: {} for {}",
        answer.status,
        String::from_utf8_lossy(request).lines().next().unwrap()
    );
    let bytes = answer.body.len();
    let mut seen = seen.lock().unwrap();
    let one = seen.get_mut(label).unwrap();
    one.times.push(took);
    one.bytes += bytes;
}

fn at(times: &[Duration], hundredths: usize) -> f64 {
    let index = (times.len() * hundredths).div_ceil(100).max(1) - 1;
    times[index].as_secs_f64() * 1_000.0
}

impl Loaded {
    pub fn print(self, what: &str, server_cpu: Duration) {
        println!("| route | n | median ms | p99 ms | slowest ms | kB sent |\n|---|---|---|---|---|---|");
        for (label, one) in &self.seen {
            let mut times = one.times.clone();
            times.sort();
            let (median, p99, slowest) = (at(&times, 50), at(&times, 99), at(&times, 100));
            let kilobytes = one.bytes / one.times.len() / 1024;
            println!("| `{label}` | {} | {median:.1} | {p99:.1} | {slowest:.1} | {kilobytes} |", times.len());
        }
        println!();
        self.print_sum(what, server_cpu);
    }

    pub fn print_sum(self, what: &str, server_cpu: Duration) {
        let mut times = self.seen.into_values().flat_map(|one| one.times).collect::<Vec<_>>();
        times.sort();
        let count = u32::try_from(times.len()).unwrap();
        println!(
            "{what}: {count} answers in {:.0} s, {:.0} a second; median {:.1} ms, p99 {:.1} ms; processor time of an \
             answer: server {:.2} ms, client {:.2} ms",
            self.took.as_secs_f64(),
            f64::from(count) / self.took.as_secs_f64(),
            at(&times, 50),
            at(&times, 99),
            server_cpu.as_secs_f64() * 1_000.0 / f64::from(count),
            self.client_cpu.as_secs_f64() * 1_000.0 / f64::from(count),
        );
    }
}

//! Named places where the crash tests kill the process. Nothing in an ordinary build. Serves no item of its own.

/// Ends the process at once where `SHINGI_FAILPOINT` names this place (`name` or `name:N` for the Nth time).
#[cfg(feature = "failpoints")]
pub fn failpoint(name: &str) {
    use std::sync::atomic::{AtomicU64, Ordering};
    static PASSED: AtomicU64 = AtomicU64::new(0);
    let Ok(wanted) = std::env::var("SHINGI_FAILPOINT") else { return };
    let (wanted, nth) = wanted.split_once(':').unwrap_or((wanted.as_str(), "1"));
    if wanted == name && PASSED.fetch_add(1, Ordering::SeqCst) + 1 == nth.parse().unwrap_or(1) {
        // SIGKILL to ourselves: no destructor runs, nothing is flushed.
        let _ = std::process::Command::new("kill").args(["-9", &std::process::id().to_string()]).status();
        std::thread::sleep(std::time::Duration::from_secs(60));
    }
}

#[cfg(not(feature = "failpoints"))]
pub const fn failpoint(_: &str) {}

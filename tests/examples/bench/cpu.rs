//! What this process has spent of the processor.

use std::time::Duration;

/// User and system time of this process so far; the clients are another process, PostgreSQL too.
pub fn spent() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name in parentheses may hold anything; fields 14 and 15 are counted behind it, in hundredths of a second.
    let behind_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks =
        behind_name.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum::<u64>();
    Duration::from_millis(ticks * 10)
}

//! Bells that ring while their work is under way are answered by one more run afterwards, however many they were.

use std::sync::atomic::{AtomicBool, Ordering};

use rundfrage_shared::db::Bell;
use tokio::sync::Mutex;

/// One bell button a kind of work.
#[derive(Debug, Default)]
pub struct Bells([Button; Bell::ALL.len()]);

#[derive(Debug, Default)]
struct Button {
    is_wanted: AtomicBool,
    under_way: Mutex<()>,
}

impl Bells {
    fn button(&self, bell: Bell) -> &Button {
        &self.0[bell as usize]
    }

    /// Notes that there is work to look for.
    pub fn want(&self, bell: Bell) {
        self.button(bell).is_wanted.store(true, Ordering::SeqCst);
    }

    /// Runs `work` until nobody wants it any more, unless somebody else does so already.
    pub async fn answer<F: Future<Output = ()>>(&self, bell: Bell, work: impl Fn() -> F) {
        let button = self.button(bell);
        // Looked at again after the lock is given back: whoever rang in between found it taken and went away.
        while button.is_wanted.load(Ordering::SeqCst) {
            let Ok(_turn) = button.under_way.try_lock() else { return };
            while button.is_wanted.swap(false, Ordering::SeqCst) {
                work().await;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use tokio::sync::Semaphore;

    use super::*;

    #[tokio::test]
    async fn bells_rung_meanwhile_are_answered_by_one_more_run() {
        let (bells, runs, gate) = (Bells::default(), AtomicUsize::new(0), Semaphore::new(0));
        let work = || async {
            runs.fetch_add(1, Ordering::SeqCst);
            gate.acquire().await.unwrap().forget();
        };
        bells.want(Bell::SendMail);
        let first = bells.answer(Bell::SendMail, work);
        let meanwhile = async {
            for _ in 0..10 {
                bells.want(Bell::SendMail);
                bells.answer(Bell::SendMail, work).await;
            }
            gate.add_permits(2);
        };
        futures::join!(first, meanwhile);
        assert_eq!(runs.load(Ordering::SeqCst), 2);
    }
}

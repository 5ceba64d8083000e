//! Hashing passwords: slow on purpose, so never on an async thread and never many at once.

use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use thiserror::Error;
use tokio::sync::{Semaphore, SemaphorePermit};

use super::Password;
use crate::entropy::Entropy;

/// So many hashes are computed at once, 64 MiB each.
static RUNNING: Semaphore = Semaphore::const_new(2);
/// So many wait or run; more are turned away at once.
static ADMITTED: Semaphore = Semaphore::const_new(64);

/// A hash of nothing in particular: an unknown account costs the time of a known one.
static NOBODY: LazyLock<String> = LazyLock::new(|| compute(b"nobody signs in with this", &[7; 16]).unwrap_or_default());

/// Why a password could not be hashed or compared.
#[derive(Debug, Error)]
pub enum HashingError {
    /// Too many are signing in at once.
    #[error("too many people are signing in at this moment")]
    Busy,
    /// The hash function refused its input, or its thread ended: a defect.
    #[error("hashing a password failed: {0}")]
    Failed(String),
}

/// The hash of a new password, in the PHC format, with its parameters and its salt.
pub(super) async fn hash(password: &Password, entropy: &Entropy) -> Result<String, HashingError> {
    let (password, salt) = (password.clone(), entropy.bytes::<16>());
    blocking(move || compute(password.as_bytes(), &salt)).await?
}

/// Whether `typed` is the password of this hash. Without a hash it takes the same time and is not.
pub(super) async fn is_right(typed: &str, stored: Option<String>) -> Result<bool, HashingError> {
    let typed = typed.to_owned();
    blocking(move || {
        let nobody = NOBODY.as_str();
        let (known, phc) = stored.as_deref().map_or((false, nobody), |stored| (true, stored));
        let parsed = PasswordHash::new(phc).map_err(|error| HashingError::Failed(error.to_string()))?;
        Ok(hasher()?.verify_password(typed.as_bytes(), &parsed).is_ok() && known)
    })
    .await?
}

/// argon2id with 64 MiB, three passes and one lane.
fn hasher() -> Result<Argon2<'static>, HashingError> {
    let params = Params::new(64 * 1024, 3, 1, None).map_err(|error| HashingError::Failed(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn compute(password: &[u8], salt: &[u8]) -> Result<String, HashingError> {
    let hash: PasswordHash =
        hasher()?.hash_password_with_salt(password, salt).map_err(|error| HashingError::Failed(error.to_string()))?;
    Ok(hash.to_string())
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, HashingError> {
    let _admitted = ADMITTED.try_acquire().map_err(|_| HashingError::Busy)?;
    let running: SemaphorePermit<'static> = RUNNING.acquire().await.map_err(|_| HashingError::Busy)?;
    // The permit goes with the work: a caller that gives up does not make room for a third hash.
    let outcome = tokio::task::spawn_blocking(move || {
        let _running = running;
        work()
    });
    outcome.await.map_err(|error| HashingError::Failed(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_is_right_and_nobody_never_is() {
        let password = Password::parse("vier blaue esel im regen").unwrap();
        let stored = hash(&password, &Entropy::seeded(1)).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"), "{stored}");
        assert!(is_right("vier blaue esel im regen", Some(stored.clone())).await.unwrap());
        assert!(!is_right("vier blaue esel im Regen", Some(stored)).await.unwrap());
        assert!(!is_right("nobody signs in with this", None).await.unwrap());
    }
}

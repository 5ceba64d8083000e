//! Versions that were read already: they never change, so pages need not read them again.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hashlink::LruCache;

use super::model::Questionnaire;
use super::read::read;
use super::store;
use crate::db::{Db, DbError, DbResult};
use crate::id::{OrganisationId, VersionId};

/// Versions kept in memory.
const MOST: usize = 64;

type Key = (OrganisationId, VersionId);

/// A bounded memory of versions; cloning it shares it.
#[derive(Clone, Debug)]
pub struct VersionCache(Arc<Mutex<LruCache<Key, Arc<Questionnaire>>>>);

impl Default for VersionCache {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(LruCache::new(MOST))))
    }
}

impl VersionCache {
    /// The questionnaire of one version, if the organisation has it.
    pub async fn lookup(
        &self,
        db: &Db,
        organisation: OrganisationId,
        id: VersionId,
    ) -> DbResult<Option<Arc<Questionnaire>>> {
        if let Some(known) = self.known((organisation, id)) {
            return Ok(Some(known));
        }
        let source = store::lookup_source(db, organisation, id).await?;
        source.map(|source| self.read((organisation, id), &source)).transpose()
    }

    fn read(&self, key: Key, source: &str) -> DbResult<Arc<Questionnaire>> {
        let unreadable = |problem: String| DbError::Unreadable("questionnaire_versions.source", problem);
        let questionnaire = read(source.as_bytes())
            .map_err(|problems| unreadable(problems.first().map(ToString::to_string).unwrap_or_default()))?;
        Ok(self.keep(key, Arc::new(questionnaire)))
    }

    fn known(&self, key: Key) -> Option<Arc<Questionnaire>> {
        self.kept().get(&key).cloned()
    }

    fn keep(&self, key: Key, questionnaire: Arc<Questionnaire>) -> Arc<Questionnaire> {
        self.kept().insert(key, Arc::clone(&questionnaire));
        questionnaire
    }

    fn kept(&self) -> MutexGuard<'_, LruCache<Key, Arc<Questionnaire>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cache_is_bounded() {
        let source = include_bytes!("../../examples/questionnaires/business_situation.yaml");
        let questionnaire = Arc::new(read(source).unwrap());
        let cache = VersionCache::default();
        let key = |n: u8| (OrganisationId::from_bytes([1; 16]), VersionId::from_bytes([n; 16]));
        for n in 0..100 {
            cache.keep(key(n), Arc::clone(&questionnaire));
            cache.keep(key(n), Arc::clone(&questionnaire));
        }
        assert_eq!(cache.kept().len(), MOST);
        assert!(cache.known(key(99)).is_some() && cache.known(key(0)).is_none());
        let of_another = (OrganisationId::from_bytes([2; 16]), VersionId::from_bytes([99; 16]));
        assert!(cache.known(of_another).is_none(), "nothing crosses the boundary of an organisation");
    }
}

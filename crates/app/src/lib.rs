//! Use cases: read, decide, write. And the jobs that send what is cleared. Serves every item.
//!
//! One use case per file in `use_cases/`; `queries/` read for pages; `jobs/` run by themselves. The clock, ids and
//! connectors are arguments of [`App`], so that tests and the demo set them.

pub mod certificate;
pub mod certificate_file;
pub mod clock;
pub mod config;
pub mod demo;
pub mod error;
pub mod export;
pub mod failpoint;
pub mod ids;
pub mod in_force;
pub mod jobs;
pub mod keys;
pub mod password;
pub mod pictures;
pub mod queries;
pub mod repository;
pub mod session;
pub mod use_cases;
pub mod verification;
pub mod words;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use shingi_connect::Registry;
use shingi_domain::{id::PostId, obligation::Facts, post::Digest, time::Timestamp, world::World};
use shingi_store::Store;

pub use error::{AppError, FieldProblem};

use crate::{clock::Clock, config::Config, ids::Ids, in_force::InForce, keys::Keys};

/// The whole program beside its pages. Shared by handlers and jobs.
pub struct App {
    pub store: Store,
    pub clock: Arc<dyn Clock>,
    pub ids: Arc<dyn Ids>,
    pub config: Config,
    pub connectors: Registry,
    keys: RwLock<Option<Arc<Keys>>>,
    in_force: RwLock<Option<Arc<InForce>>>,
    facts: Mutex<FactsCache>,
    unseen: Mutex<pictures::Unseen>,
    pub verification: verification::LastVerification,
    world: Mutex<Option<(u64, Arc<World>)>>,
    posts: Mutex<repository::PostCache>,
}

/// Facts by what they follow from: the bytes, the post (which pictures others showed before it), the pack and the day.
/// Emptied when it has grown to its limit.
type FactsCache = HashMap<(Digest, PostId, [u8; 32], i32), Arc<Facts>>;
const FACTS_MAX: usize = 4_000;

impl App {
    /// Opens what stands in the store: the keys and the policy in force, if the organisation is set up.
    pub fn new(store: Store, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>, config: Config) -> Result<Self, AppError> {
        let app = Self {
            store,
            clock,
            ids,
            config,
            connectors: Registry::default(),
            keys: RwLock::new(None),
            in_force: RwLock::new(None),
            facts: Mutex::new(HashMap::new()),
            unseen: Mutex::default(),
            verification: verification::LastVerification::default(),
            world: Mutex::new(None),
            posts: Mutex::default(),
        };
        app.reload()?;
        Ok(app)
    }

    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Reads keys and policy anew, after set-up, adoption or a restore.
    pub fn reload(&self) -> Result<(), AppError> {
        let keys = Keys::read(&self.store)?.map(Arc::new);
        let in_force = InForce::read(self)?.map(Arc::new);
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = keys;
        *self.in_force.write().unwrap_or_else(PoisonError::into_inner) = in_force;
        Ok(())
    }

    pub fn keys(&self) -> Result<Arc<Keys>, AppError> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).clone().ok_or(AppError::NotSetUp)
    }

    /// The policy in force with everything that is computed from it once.
    pub fn in_force(&self) -> Result<Arc<InForce>, AppError> {
        self.in_force.read().unwrap_or_else(PoisonError::into_inner).clone().ok_or(AppError::NotSetUp)
    }

    #[must_use]
    pub fn is_set_up(&self) -> bool {
        self.in_force.read().unwrap_or_else(PoisonError::into_inner).is_some()
    }
}

//! An open round of a real questionnaire, with personal links.
#![expect(clippy::missing_panics_doc, reason = "a fixture that cannot be made ends the test")]

use rundfrage_shared::audit::Actor;
use rundfrage_shared::id::{CompanyId, InvitationId};
use rundfrage_shared::invitation::access_code::AccessCode;
use rundfrage_shared::invitation::{link, store};
use rundfrage_shared::query;
use rundfrage_shared::response::store::{Counts, count_by_state};
use rundfrage_shared::round::launch::{Confirmation, launch};
use rundfrage_shared::round::{self, Round};

use crate::app::TestApp;
use crate::fresh::Fresh;
use crate::seed::{self, Seed};

/// The recurring example.
pub const BUSINESS: &str = include_str!("../../shared/examples/questionnaires/business_situation.yaml");
/// Every kind of question, and every kind of rule.
pub const CATALOGUE: &str = include_str!("../fixtures/catalogue.yaml");
/// The special example.
pub const LOCATION: &str = include_str!("../../shared/examples/questionnaires/location_and_society.yaml");

/// The served application, and a round in it.
#[derive(Debug)]
pub struct Ground {
    /// The application.
    pub app: TestApp,
    /// What the round is made of.
    pub seed: Seed,
    /// The round.
    pub round: Round,
    /// The companies that are asked.
    pub companies: Vec<CompanyId>,
}

impl Ground {
    /// An open round `2026-Q4` of three companies: the first of section C, then D and E.
    pub async fn open(fresh: Fresh, questionnaire: &str) -> Self {
        let ground = Self::launched(fresh, questionnaire).await;
        let round = ground.round.clone().open(ground.app.now()).expect("a ground to stand on");
        ground.store(round::Stage::Scheduled, &round).await;
        Self { round, ..ground }
    }

    /// The same before it opens; the clock stands at the opening.
    pub async fn launched(fresh: Fresh, questionnaire: &str) -> Self {
        let mut app = TestApp::start(fresh).await;
        app.leave_jobs();
        let seed = seed::organisation(&app, "industriedialog").await;
        query!(&app.db => execute, "UPDATE questionnaire_versions SET source = $1", questionnaire)
            .expect("a ground to stand on");
        let companies: Vec<_> = seed::companies(&app, &seed, 3).await.into_iter().map(|(company, _)| company).collect();
        let survey = seed::survey(&app, &seed, "lage").await;
        let round = seed::draft(&app, &survey, "2026-Q4").await;
        let confirmation = Confirmation { typed_recipients: 3, version: seed.version, by: Actor::Command("test") };
        let round = launch(&app, seed.organisation, round.id, confirmation).await.expect("a ground to stand on");
        app.clock.set(round.fieldwork.opens_at());
        Self { app, seed, round, companies }
    }

    /// Closes the round at its time.
    pub async fn close(&self) {
        self.app.clock.set(self.round.fieldwork.closes_at());
        let round = self.round.clone().close(self.app.now()).expect("a ground to stand on");
        self.store(round::Stage::Open, &round).await;
    }

    async fn store(&self, from: round::Stage, round: &Round) {
        let mut tx = self.app.db.begin().await.expect("a ground to stand on");
        round::store::move_from(&mut tx, from, round, self.app.now()).await.expect("a ground to stand on");
        tx.commit().await.expect("a ground to stand on");
    }

    /// A company's invitation.
    pub async fn invitation(&self, company: usize) -> InvitationId {
        let (id,) = query!(&self.app.db => fetch_one::<(InvitationId,)>,
            "SELECT id FROM invitations WHERE company_id = $1", self.companies[company])
        .expect("a ground to stand on");
        id
    }

    /// The path of a company's personal link.
    pub async fn link(&self, company: usize) -> String {
        let invitation = store::lookup(&self.app.db, self.invitation(company).await)
            .await
            .expect("a ground to stand on")
            .expect("a ground to stand on");
        format!("/r/{}", link::token(&self.app.keys, invitation.id, invitation.link_serial))
    }

    /// The access code in a company's letter.
    pub async fn code(&self, company: usize) -> String {
        let (id, number, serial) = query!(&self.app.db => fetch_one::<(InvitationId, i64, i64)>,
            "SELECT id, number, link_serial FROM invitations WHERE company_id = $1", self.companies[company])
        .expect("a ground to stand on");
        AccessCode::new(&self.app.keys, number, id, serial).to_string()
    }

    /// How many responses there are.
    pub async fn counts(&self) -> Counts {
        count_by_state(&self.app.db, self.seed.organisation, self.round.id).await.expect("a ground to stand on")
    }
}

//! What is there already under the id of a questionnaire that is about to be stored, and whether the new version stays comparable.

use rundfrage_shared::questionnaire::difference::{Difference, compare};
use rundfrage_shared::questionnaire::model::{Code, Questionnaire};
use rundfrage_shared::questionnaire::store::{self, Version};

use super::version::read;
use crate::app::App;
use crate::console::staff::Staff;
use crate::errors::WebError;
use crate::page::Page;

/// Characters of an id that leave room for a number.
const LONGEST: usize = 60;

/// A questionnaire of the same id.
pub struct Known {
    /// Its newest version.
    pub version: Version,
    differences: Vec<Difference>,
    /// An id that nothing has yet, in case it is another questionnaire.
    pub free: Option<Code>,
}

impl Known {
    /// What there is already of `new`.
    pub async fn of(app: &App, staff: &Staff, new: &Questionnaire) -> Result<Option<Self>, WebError> {
        let (db, organisation) = (&app.context.db, staff.organisation_id());
        let Some(version) = store::find_by_code(db, organisation, &new.code).await? else { return Ok(None) };
        let differences = compare(&*read(app, organisation, version.id).await?, new);
        Ok(Some(Self { version, differences, free: None }))
    }

    /// Looks for an id that nothing has yet.
    pub async fn propose(&mut self, app: &App, staff: &Staff) -> Result<(), WebError> {
        let stem: String = self.version.code.as_str().chars().take(LONGEST).collect();
        let taken = store::list_codes(&app.context.db, staff.organisation_id(), &stem).await?;
        let free = |number| Code::parse(&format!("{stem}_{number}")).ok().filter(|code| !taken.contains(code));
        self.free = (2..=taken.len() + 2).find_map(free);
        Ok(())
    }

    /// What the new one changes.
    pub fn changes(&self) -> &[Difference] {
        &self.differences
    }

    /// Whether answers to the new version can no longer be compared.
    pub fn breaks(&self) -> bool {
        super::breaks(&self.differences)
    }

    /// What of it was stored last.
    pub fn said(&self, page: &Page) -> String {
        page.words.with_one("console-take-over-known", "number", self.version.number).into_owned()
    }

    /// The kind of message in which the verdict is told, and its words.
    pub fn verdict(&self, page: &Page) -> (&'static str, String) {
        let (kind, key) = if self.differences.is_empty() {
            ("info", "console-take-over-same")
        } else if self.breaks() {
            ("warning", "console-take-over-breaks")
        } else {
            ("success", "console-take-over-keeps")
        };
        (kind, page.words.with_one(key, "number", self.version.number).into_owned())
    }

    /// The text of the button that stores it. The very same text makes no version.
    pub fn onward(&self, page: &Page) -> String {
        if self.differences.is_empty() {
            return page.t("console-take-over-save").into_owned();
        }
        page.words.with_one("console-take-over-next", "number", self.version.number + 1).into_owned()
    }
}

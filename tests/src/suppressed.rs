//! Who gets no mails.

use rundfrage_shared::Context;
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::id::{OrganisationId, SurveyId};
use rundfrage_shared::suppression::store;

/// Whether an address gets no mail of a survey; without a survey, none of the organisation.
///
/// # Panics
/// If the address is none, or the database fails.
pub async fn is_suppressed(ctx: &Context, organisation: OrganisationId, email: &str, survey: Option<SurveyId>) -> bool {
    let email = EmailAddress::parse(email).expect("an address");
    let mut tx = ctx.db.begin().await.expect("a transaction");
    store::is_suppressed(&mut tx, organisation, &email, survey).await.expect("an answer")
}

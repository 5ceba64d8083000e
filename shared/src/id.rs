//! Typed ids: a company's id cannot be handed to a function that wants a round's.

/// Declares an id type over a UUID, stored as `BLOB` in SQLite and `UUID` in PostgreSQL.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, sqlx::Type)]
        #[serde(transparent)]
        #[sqlx(transparent)]
        pub struct $name(uuid::Uuid);

        impl $name {
            /// A new id, ordered by time.
            #[must_use]
            pub fn new(entropy: &$crate::entropy::Entropy, now: chrono::DateTime<chrono::Utc>) -> Self {
                Self(entropy.uuid(now))
            }

            /// The id that these sixteen bytes spell.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(uuid::Uuid::from_bytes(bytes))
            }

            /// The sixteen bytes of the id.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

id!(/// An organisation: the tenant boundary.
    OrganisationId);
id!(/// A person who signs in to the console.
    StaffId);
id!(/// A company of the panel.
    CompanyId);
id!(/// A contact at a company.
    ContactId);
id!(/// A questionnaire, over all its versions.
    QuestionnaireId);
id!(/// One immutable version of a questionnaire.
    VersionId);
id!(/// A survey: a recurring programme.
    SurveyId);
id!(/// One round of a survey.
    RoundId);
id!(/// A contact's right to answer in one round.
    InvitationId);
id!(/// One company's answers in one round.
    ResponseId);
id!(/// One e-mail to one contact.
    MessageId);
id!(/// A file that came with an answer.
    FileId);
id!(/// A section of a response, or all of it, in the hands of a colleague.
    DelegationId);

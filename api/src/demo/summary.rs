//! What the example tells on the screen and in `demo.json`.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::Context as _;
use rundfrage_shared::Context;
use rundfrage_shared::id::OrganisationId;
use rundfrage_shared::invitation::link::token;
use rundfrage_shared::invitation::store::Invited;
use rundfrage_shared::invitation::{self, InvitationState};
use rundfrage_shared::round::{self, RoundState};
use rundfrage_shared::survey;
use serde::{Deserialize, Serialize};

use super::organisation;

/// The file in the folder.
pub const FILE: &str = "demo.json";
/// So many personal links are told.
const LINKS: usize = 50;
/// Invitations looked through for them.
const LOOKED_AT: i64 = 1_000;

/// Addresses to open.
#[derive(Debug, Serialize, Deserialize)]
pub struct Summary {
    /// The start page.
    pub web: String,
    /// The one-time link that signs the owner in.
    pub sign_in: String,
    /// The mails.
    pub mailbox: String,
    /// The personal link that is printed.
    #[serde(default)]
    pub try_a_link: Option<String>,
    /// Personal links of the open round that nobody has used yet.
    pub links: Vec<Link>,
}

/// One personal link.
#[derive(Debug, Serialize, Deserialize)]
pub struct Link {
    /// Whose company.
    pub company: String,
    /// The contact's address.
    pub email: String,
    /// The contact's language.
    pub language: String,
    /// The link.
    pub url: String,
}

impl Summary {
    /// Gathers the addresses and makes a new sign-in link.
    pub async fn gather(ctx: &Context) -> anyhow::Result<Self> {
        let organisation = organisation::find(ctx).await?;
        let organisation = organisation.ok_or_else(|| anyhow::anyhow!("the example's organisation is missing"))?;
        let links = links(ctx, organisation.id).await?;
        let tried = links.iter().find(|link| link.language == "de").or(links.first());
        Ok(Self {
            try_a_link: tried.map(|link| link.url.clone()),
            web: ctx.public_address("/"),
            sign_in: organisation::sign_in_link(ctx).await?,
            mailbox: ctx.public_address("/dev/mailbox"),
            links,
        })
    }

    /// Writes the file, whole or not at all, for its owner alone: its links let people in.
    pub fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let unfinished = folder.join(".demo.json.part");
        // What a killed program left behind may be for everybody.
        let _ = fs::remove_file(&unfinished);
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let written = options.open(&unfinished).and_then(|mut file| file.write_all(&serde_json::to_vec_pretty(self)?));
        written.and_then(|()| fs::rename(unfinished, folder.join(FILE))).with_context(|| folder.display().to_string())
    }

    /// Prints the addresses.
    pub fn print(&self) -> std::io::Result<()> {
        let mut out = std::io::stdout().lock();
        writeln!(out, "Web:        {}", self.web)?;
        writeln!(out, "Sign in:    {}  (works once)", self.sign_in)?;
        writeln!(out, "Mailbox:    {}", self.mailbox)?;
        if let Some(link) = &self.try_a_link {
            writeln!(out, "Try a link: {link}")?;
        }
        out.flush()
    }
}

async fn links(ctx: &Context, organisation: OrganisationId) -> anyhow::Result<Vec<Link>> {
    let mut links = Vec::new();
    for survey in survey::store::list(&ctx.db, organisation).await? {
        for round in round::store::list(&ctx.db, organisation, survey.id).await? {
            if matches!(round.state, RoundState::Open { .. }) {
                let page = invitation::store::list_invited(&ctx.db, organisation, round.id, None, LOOKED_AT).await?;
                let unused = page.iter().filter(|invited| invited.state == InvitationState::Invited);
                links.extend(unused.map(|invited| link(ctx, invited)));
            }
        }
    }
    links.truncate(LINKS);
    Ok(links)
}

fn link(ctx: &Context, invited: &Invited) -> Link {
    let token = token(&ctx.keys, invited.id, invited.link_serial);
    Link {
        company: invited.company.clone(),
        email: invited.email.clone(),
        language: invited.language.to_string(),
        url: ctx.public_address(&format!("/r/{token}")),
    }
}

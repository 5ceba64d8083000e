//! One line of hand-overs, one mail after the other.

use rundfrage_shared::message::{Claimed, Outcome, Rendered};

use super::{Batch, lock};
use crate::ledger::{Begun, LedgerClosed, Settled};
use crate::mail;
use crate::transport::{HandOver, Line, Parcel, Unreachable};

/// Hands mails over until the batch is empty.
pub async fn run(batch: &Batch<'_>) {
    let mut lane = Lane { batch, line: None, settled: None };
    while let Some(message) = batch.next() {
        if lane.send(message).await.is_err() {
            tracing::error!("the ledger cannot be written; what was claimed waits for its lease to end");
            return;
        }
    }
    if lane.settle().await.is_err() {
        tracing::error!("the last outcome of a line could not be written");
    }
    if let Some(line) = lane.line {
        line.close().await;
    }
}

struct Lane<'a> {
    batch: &'a Batch<'a>,
    line: Option<Line>,
    /// How the last hand-over ended; written together with the beginning of the next.
    settled: Option<Settled>,
}

impl Lane<'_> {
    async fn send(&mut self, message: Claimed) -> Result<(), LedgerClosed> {
        let mail = match self.mail(&message) {
            Ok(mail) => mail,
            Err(reason) => return self.end_without_hand_over(&message, Outcome::Failed(reason)).await,
        };
        if !self.is_open().await? {
            return Ok(());
        }
        let begun = Begun { id: message.id, fencing: message.fencing, mail: mail.clone() };
        if !self.batch.worker.ledger.step(self.settled.take(), Some(begun)).await? {
            return self.end_without_hand_over(&message, Outcome::Released).await;
        }
        let outcome = self.hand_over(&message, &mail).await;
        self.note(&message, outcome);
        Ok(())
    }

    /// The mail as it was sent before, or written now.
    fn mail(&self, message: &Claimed) -> Result<Rendered, String> {
        let to = &message.recipient;
        if let Some(bytes) = &message.bytes {
            return Ok(Rendered { recipient: to.email.clone(), language: to.language.clone(), bytes: bytes.clone() });
        }
        let head = self.batch.head.as_ref().ok_or("there is no questionnaire to write about")?;
        mail::render(&self.batch.worker.ctx, head, message).map_err(|error| error.to_string())
    }

    /// Opens the line if it is not. If that fails the whole batch ends: no mail is to blame.
    async fn is_open(&mut self) -> Result<bool, LedgerClosed> {
        if self.line.as_ref().is_some_and(Line::is_open) {
            return Ok(true);
        }
        // Connecting may take long: what is known is written first.
        self.settle().await?;
        match self.batch.worker.transport.open().await {
            Ok(line) => self.line = Some(line),
            Err(unreachable) => {
                *lock(&self.batch.unreachable) = Some(unreachable);
                self.line = None;
            }
        }
        Ok(self.line.is_some())
    }

    async fn hand_over(&mut self, message: &Claimed, mail: &Rendered) -> Outcome {
        let ctx = &self.batch.worker.ctx;
        let name = format!("{}-{}", message.planned_at.format("%Y%m%dT%H%M%S%6fZ"), message.id);
        let parcel = Parcel { name: &name, from: &ctx.settings.mail_from, to: &mail.recipient, bytes: &mail.bytes };
        let Some(line) = &mut self.line else { return Outcome::Released };
        match line.hand_over(parcel).await {
            HandOver::Accepted(reply) => Outcome::Accepted(reply),
            HandOver::Temporary(reply) => self.defer(message, reply),
            HandOver::NotAllowed(reply) => {
                self.batch.warn_of_policy(message.round, &reply);
                self.defer(message, reply)
            }
            HandOver::Unreachable(reply) => {
                let from = ctx.settings.mail_from.as_str();
                let reason = format!("{reply} (mails from {from}: check mail_from, and user and password in smtp_url)");
                *lock(&self.batch.unreachable) = Some(Unreachable(reason));
                Outcome::Released
            }
            HandOver::Permanent(reply) => Outcome::Failed(reply),
            HandOver::NoSuchAddress(reply) => Outcome::NoSuchAddress(reply),
            HandOver::Unknown(reply) => Outcome::Unknown(reply),
        }
    }

    fn defer(&self, message: &Claimed, reply: String) -> Outcome {
        let ctx = &self.batch.worker.ctx;
        let [jitter] = ctx.entropy.bytes();
        Outcome::temporary(reply, message, ctx.now(), jitter)
    }

    async fn end_without_hand_over(&mut self, message: &Claimed, outcome: Outcome) -> Result<(), LedgerClosed> {
        self.settle().await?;
        self.note(message, outcome);
        self.settle().await
    }

    fn note(&mut self, message: &Claimed, outcome: Outcome) {
        lock(&self.batch.sent).count(&outcome);
        self.settled = Some(Settled { id: message.id, fencing: message.fencing, outcome });
    }

    /// Writes how the last hand-over ended.
    async fn settle(&mut self) -> Result<(), LedgerClosed> {
        if let Some(settled) = self.settled.take() {
            self.batch.worker.ledger.step(Some(settled), None).await?;
        }
        Ok(())
    }
}

//! The promises of `shared/src/staff`.

use std::net::{IpAddr, Ipv4Addr};

use chrono::TimeDelta;
use futures::future::join_all;
use rundfrage_shared::audit::Actor;
use rundfrage_shared::email::EmailAddress;
use rundfrage_shared::keys::token_hash;
use rundfrage_shared::language::Language;
use rundfrage_shared::name::Name;
use rundfrage_shared::staff::store::{self, NewSession};
use rundfrage_shared::staff::{
    AccountError, NewStaff, Password, Role, SignInError, StaffMember, add, issue_link, set_password_by_link, sign_in,
};
use rundfrage_shared::throttle;
use rundfrage_tests::{Fresh, on_both_engines};

use super::ground::organisation;

on_both_engines!(
    an_address_signs_in_once_however_it_is_spelt,
    a_person_signs_in_with_the_password_set_by_the_link,
    of_two_simultaneous_uses_of_a_link_one_succeeds,
    a_link_dies_after_a_day_and_with_its_successor,
    attempts_are_throttled_per_account_and_counted_again_later,
    attempts_are_throttled_per_network,
    a_new_password_ends_every_session,
    a_session_ends_idle_and_after_half_a_day,
    a_deleted_session_does_not_come_back_by_saving,
    people_of_another_organisation_are_not_found,
);

const NETWORK: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 7));
const PASSWORD: &str = "vier blaue esel im regen";

fn password() -> Password {
    Password::parse(PASSWORD).unwrap()
}

async fn added(fresh: &Fresh, slug: &str, email: &str) -> Result<(StaffMember, String), AccountError> {
    let organisation = organisation(fresh, slug).await;
    let new = NewStaff {
        email: EmailAddress::parse(email).unwrap(),
        name: Name::parse("Anna Edersee").unwrap(),
        role: Role::Owner,
        language: Language::german(),
    };
    let mut tx = fresh.db.begin().await?;
    let member = add(fresh, &mut tx, organisation.id, &new, Actor::Command("test")).await?;
    let token = issue_link(fresh, &mut tx, &member, Actor::Command("test")).await?;
    tx.commit().await?;
    Ok((member, token))
}

async fn with_password(fresh: &Fresh) -> StaffMember {
    let (member, token) = added(fresh, "hessen", "anna@amt.example").await.unwrap();
    set_password_by_link(fresh, &token, &password()).await.unwrap();
    member
}

async fn another_link(fresh: &Fresh, member: &StaffMember) -> String {
    let mut tx = fresh.db.begin().await.unwrap();
    let token = issue_link(fresh, &mut tx, member, Actor::Command("test")).await.unwrap();
    tx.commit().await.unwrap();
    token
}

async fn an_address_signs_in_once_however_it_is_spelt(fresh: Fresh) {
    added(&fresh, "hessen", "Anna@amt.example").await.unwrap();
    let again = added(&fresh, "other", "anna@AMT.example").await;
    assert!(matches!(again, Err(AccountError::EmailTaken)), "{again:?}");
}

async fn a_person_signs_in_with_the_password_set_by_the_link(fresh: Fresh) {
    let (member, token) = added(&fresh, "hessen", "Anna@amt.example").await.unwrap();
    assert!(!member.has_password);
    assert_eq!(store::find_by_link(&fresh.db, &token, fresh.now()).await.unwrap().as_ref(), Some(&member));
    assert!(matches!(sign_in(&fresh, "anna@amt.example", "", NETWORK).await, Err(SignInError::Refused)));
    let with_password = set_password_by_link(&fresh, &token, &password()).await.unwrap();
    assert!(with_password.has_password);
    assert!(matches!(set_password_by_link(&fresh, &token, &password()).await, Err(AccountError::LinkDead)));
    assert_eq!(sign_in(&fresh, " ANNA@amt.example ", PASSWORD, NETWORK).await.unwrap(), with_password);
    for (email, typed) in
        [("anna@amt.example", "vier blaue esel"), ("berta@amt.example", PASSWORD), ("", ""), ("\0", "\0")]
    {
        assert!(matches!(sign_in(&fresh, email, typed, NETWORK).await, Err(SignInError::Refused)), "{email}");
    }
}

async fn of_two_simultaneous_uses_of_a_link_one_succeeds(fresh: Fresh) {
    let (_, token) = added(&fresh, "hessen", "anna@amt.example").await.unwrap();
    let uses = (0..4).map(|_| {
        let (context, token) = (fresh.context(), token.clone());
        tokio::spawn(async move { set_password_by_link(&context, &token, &password()).await })
    });
    let outcomes: Vec<_> = join_all(uses).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
    assert_eq!(outcomes.iter().filter(|outcome| matches!(outcome, Err(AccountError::LinkDead))).count(), 3);
}

async fn a_link_dies_after_a_day_and_with_its_successor(fresh: Fresh) {
    let (member, first) = added(&fresh, "hessen", "anna@amt.example").await.unwrap();
    let second = another_link(&fresh, &member).await;
    assert_eq!(store::find_by_link(&fresh.db, &first, fresh.now()).await.unwrap(), None);
    fresh.clock.advance(TimeDelta::hours(24) - TimeDelta::microseconds(1));
    assert!(store::find_by_link(&fresh.db, &second, fresh.now()).await.unwrap().is_some());
    fresh.clock.advance(TimeDelta::microseconds(1));
    assert!(matches!(set_password_by_link(&fresh, &second, &password()).await, Err(AccountError::LinkDead)));
    assert_eq!(store::prune_links(&fresh.db, fresh.now()).await.unwrap(), 1);
}

async fn attempts_are_throttled_per_account_and_counted_again_later(fresh: Fresh) {
    let member = with_password(&fresh).await;
    let attempt = async |typed: &str, host: u8| {
        sign_in(&fresh, member.email.as_str(), typed, IpAddr::V4(Ipv4Addr::new(198, 51, 100, host))).await
    };
    for host in 0..10 {
        assert!(matches!(attempt("wrong", host).await, Err(SignInError::Refused)));
    }
    let until = fresh.now() + TimeDelta::minutes(15);
    let throttled = attempt(PASSWORD, 11).await;
    assert!(matches!(throttled, Err(SignInError::Throttled { until: told }) if told == until), "{throttled:?}");
    fresh.clock.advance(TimeDelta::minutes(15));
    assert!(attempt(PASSWORD, 12).await.is_ok());
    assert!(matches!(attempt("wrong", 13).await, Err(SignInError::Refused)), "a success clears the account");
}

async fn attempts_are_throttled_per_network(fresh: Fresh) {
    let window = fresh.now() + TimeDelta::minutes(15);
    for _ in 0..100 {
        throttle::store::count(&fresh.db, "sign-in:network:192.0.2.7", window, fresh.now()).await.unwrap();
    }
    let throttled = sign_in(&fresh, "nobody@amt.example", "wrong", NETWORK).await;
    assert!(matches!(throttled, Err(SignInError::Throttled { .. })), "{throttled:?}");
    fresh.clock.advance(TimeDelta::minutes(15));
    assert_eq!(throttle::store::prune(&fresh.db, fresh.now()).await.unwrap(), 1);
}

async fn session(fresh: &Fresh, member: &StaffMember, id: &str) -> Vec<u8> {
    let hash = token_hash(id);
    let expires_at = fresh.now() + store::IDLE_LIFE;
    let new = NewSession { organisation: member.organisation, staff: member.id, data: "{}", expires_at };
    store::insert_session(&fresh.db, &hash, &new, fresh.now()).await.unwrap();
    hash
}

async fn a_new_password_ends_every_session(fresh: Fresh) {
    let member = with_password(&fresh).await;
    let (one, two) = (session(&fresh, &member, "one").await, session(&fresh, &member, "two").await);
    let loaded = store::load_session(&fresh.db, &one, fresh.now()).await.unwrap().unwrap();
    assert_eq!((loaded.staff, loaded.organisation, loaded.data.as_str()), (member.id, member.organisation, "{}"));
    set_password_by_link(&fresh, &another_link(&fresh, &member).await, &password()).await.unwrap();
    for hash in [one, two] {
        assert_eq!(store::load_session(&fresh.db, &hash, fresh.now()).await.unwrap(), None);
    }
}

async fn a_session_ends_idle_and_after_half_a_day(fresh: Fresh) {
    let member = with_password(&fresh).await;
    let (idle, busy) = (session(&fresh, &member, "idle").await, session(&fresh, &member, "busy").await);
    for _ in 0..24 {
        assert!(store::load_session(&fresh.db, &busy, fresh.now()).await.unwrap().is_some());
        fresh.clock.advance(store::IDLE_LIFE);
        assert!(store::save_session(&fresh.db, &busy, "{}", fresh.now() + store::IDLE_LIFE).await.unwrap());
        assert_eq!(store::load_session(&fresh.db, &idle, fresh.now()).await.unwrap(), None);
    }
    assert_eq!(store::load_session(&fresh.db, &busy, fresh.now()).await.unwrap(), None);
    assert_eq!(store::prune_sessions(&fresh.db, fresh.now()).await.unwrap(), 2);
}

async fn a_deleted_session_does_not_come_back_by_saving(fresh: Fresh) {
    let member = with_password(&fresh).await;
    let hash = session(&fresh, &member, "one").await;
    assert!(store::delete_session(&fresh.db, &hash).await.unwrap());
    assert!(!store::save_session(&fresh.db, &hash, "{}", fresh.now() + store::IDLE_LIFE).await.unwrap());
    assert!(!store::delete_session(&fresh.db, &hash).await.unwrap());
}

async fn people_of_another_organisation_are_not_found(fresh: Fresh) {
    let (anna, _) = added(&fresh, "hessen", "anna@amt.example").await.unwrap();
    let (berta, _) = added(&fresh, "other", "berta@amt.example").await.unwrap();
    assert_eq!(store::lookup(&fresh.db, anna.organisation, anna.id).await.unwrap().as_ref(), Some(&anna));
    assert_eq!(store::lookup(&fresh.db, anna.organisation, berta.id).await.unwrap(), None);
    assert_eq!(store::list(&fresh.db, anna.organisation, 10).await.unwrap(), std::slice::from_ref(&anna));
}

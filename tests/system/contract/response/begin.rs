//! From the first page to a saved draft.

use super::*;

on_both_engines!(
    all_contacts_of_a_company_share_one_response,
    a_response_keeps_the_attributes_and_the_version_of_the_launch,
    a_page_knows_who_asks_and_until_when,
    nothing_begins_before_the_round_opens_or_after_it_closes,
    two_colleagues_who_save_at_once_lose_nothing,
    the_first_answer_starts_the_invitation_and_a_blank_page_does_not,
    a_cleared_answer_is_gone,
    nothing_is_saved_once_the_closing_time_has_come,
);

async fn all_contacts_of_a_company_share_one_response(fresh: Fresh) {
    let ground = open(&fresh, 2).await;
    let colleagues = invitations_of(&fresh, ground.companies[0].0).await;
    assert_eq!(colleagues.len(), 2);
    let attempts = colleagues.iter().cycle().take(10).map(|invitation| begin(&fresh, *invitation));
    let found: BTreeSet<_> = join_all(attempts).await.into_iter().map(Option::unwrap).collect();
    assert_eq!(found.len(), 1, "ten at once, two contacts, one response");
    let other = invitations_of(&fresh, ground.companies[1].0).await[0];
    assert!(!found.contains(&begin(&fresh, other).await.unwrap()));
    assert_eq!(counts(&fresh, &ground).await, Counts { drafts: 2, submitted: 0 });
}

async fn a_response_keeps_the_attributes_and_the_version_of_the_launch(fresh: Fresh) {
    let ground = open(&fresh, 1).await;
    query!(&fresh.db => execute, "UPDATE companies SET section = 'Z', size_class = '250+'").unwrap();
    let invitation = invitations_of(&fresh, ground.companies[0].0).await[0];
    let id = begin(&fresh, invitation).await.unwrap();
    let (response, _) = store::lookup(&fresh.db, id).await.unwrap().unwrap();
    assert_eq!((response.attributes["sector"].as_str(), response.attributes["size"].as_str()), ("C", "10-49"));
    assert_eq!((response.version, response.organisation), (ground.seed.version, ground.seed.organisation));
    assert_eq!((response.company, response.invitation), (Some(ground.companies[0].0), Some(invitation)));
    assert_eq!((response.revision, response.draft, response.submitted), (0, Answers::default(), None));
}

async fn a_page_knows_who_asks_and_until_when(fresh: Fresh) {
    let ground = launched(&fresh, 1).await;
    let before = store::lookup_occasion(&fresh.db, ground.round.id).await.unwrap().unwrap();
    assert!(!before.takes_answers(fresh.now()) && !before.is_over(fresh.now()));
    assert_eq!((before.organisation.as_str(), before.sender.as_str()), ("ihk", "Industriedialog"));
    assert_eq!((before.round.as_str(), before.closes_at), ("2026-Q4", ground.round.fieldwork.closes_at()));
    let moved = ground.round.clone().open(fresh.now()).unwrap();
    let mut tx = fresh.db.begin().await.unwrap();
    round::store::move_from(&mut tx, round::Stage::Scheduled, &moved, fresh.now()).await.unwrap();
    tx.commit().await.unwrap();
    let during = store::lookup_occasion(&fresh.db, ground.round.id).await.unwrap().unwrap();
    assert!(during.takes_answers(fresh.now()) && !during.is_over(fresh.now()));
    // The job that closes rounds may be late: the clock decides.
    assert!(!during.takes_answers(during.closes_at) && during.is_over(during.closes_at));
}

async fn nothing_begins_before_the_round_opens_or_after_it_closes(fresh: Fresh) {
    let ground = launched(&fresh, 1).await;
    let invitation = invitations_of(&fresh, ground.companies[0].0).await[0];
    assert_eq!(begin(&fresh, invitation).await, None);
    let round = ground.round.clone().open(fresh.now()).unwrap();
    let mut tx = fresh.db.begin().await.unwrap();
    round::store::move_from(&mut tx, round::Stage::Scheduled, &round, fresh.now()).await.unwrap();
    tx.commit().await.unwrap();
    fresh.clock.set(round.fieldwork.closes_at());
    assert_eq!(begin(&fresh, invitation).await, None);
    assert_eq!(counts(&fresh, &ground).await, Counts::default());
}

async fn two_colleagues_who_save_at_once_lose_nothing(fresh: Fresh) {
    let (_, responses) = begun(&fresh, 1).await;
    let questions: Vec<String> = (0..20).map(|n| format!("q{n}")).collect();
    let ctx = fresh.context();
    let german = Language::german();
    let saves = questions
        .iter()
        .map(|question| save_page(&ctx, responses[0], page(question, Some(Answer::Number(1.0))), &german));
    assert!(join_all(saves).await.into_iter().all(|saved| saved.is_some()));
    let (response, _) = store::lookup(&fresh.db, responses[0]).await.unwrap().unwrap();
    assert_eq!((response.draft.0.len(), response.revision), (20, 20));
}

async fn the_first_answer_starts_the_invitation_and_a_blank_page_does_not(fresh: Fresh) {
    let (ground, responses) = begun(&fresh, 1).await;
    let invitation = invitations_of(&fresh, ground.companies[0].0).await[0];
    save_page(&fresh, responses[0], page("situation", None), &Language::german()).await.unwrap();
    assert_eq!(state_of(&fresh, invitation).await, InvitationState::Planned);
    save_page(&fresh, responses[0], page("situation", Some(choice("good"))), &Language::german()).await.unwrap();
    assert_eq!(state_of(&fresh, invitation).await, InvitationState::Started);
}

async fn a_cleared_answer_is_gone(fresh: Fresh) {
    let (_, responses) = begun(&fresh, 1).await;
    let english = Language::english();
    save_page(&fresh, responses[0], page("situation", Some(choice("good"))), &english).await.unwrap();
    save_page(&fresh, responses[0], page("wish", Some(Answer::Text("Mehr Licht".into()))), &english).await.unwrap();
    let draft = save_page(&fresh, responses[0], page("situation", None), &english).await.unwrap();
    assert_eq!(draft, Answers([(code("wish"), Answer::Text("Mehr Licht".into()))].into()));
    let (response, _) = store::lookup(&fresh.db, responses[0]).await.unwrap().unwrap();
    assert_eq!((response.draft, response.language), (draft, english));
}

async fn nothing_is_saved_once_the_closing_time_has_come(fresh: Fresh) {
    let (ground, responses) = begun(&fresh, 1).await;
    fresh.clock.set(ground.round.fieldwork.closes_at());
    let saved = save_page(&fresh, responses[0], page("situation", Some(choice("good"))), &Language::german()).await;
    assert_eq!(saved, None);
    let (response, _) = store::lookup(&fresh.db, responses[0]).await.unwrap().unwrap();
    assert_eq!((response.draft, response.revision), (Answers::default(), 0));
}

use super::*;
use crate::questionnaire::read::read;

fn business() -> Questionnaire {
    read(include_bytes!("../../../examples/questionnaires/business_situation.yaml")).unwrap()
}

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn choice(text: &str) -> Answer {
    Answer::Choice(code(text))
}

fn choices(codes: &[&str]) -> Answer {
    Answer::Choices { codes: codes.iter().map(|text| code(text)).collect(), other: None }
}

fn ranking(codes: &[&str]) -> Answer {
    Answer::Ranking(codes.iter().map(|text| code(text)).collect())
}

fn answers<const N: usize>(pairs: [(&str, Answer); N]) -> Answers {
    Answers(pairs.into_iter().map(|(question, answer)| (code(question), answer)).collect())
}

fn sector(sector: &str) -> Attributes {
    [("sector".to_owned(), sector.to_owned())].into()
}

fn is_asked_of(question: &str, answers: &Answers, attributes: &Attributes, round: &str) -> bool {
    asked(&business(), answers, Circumstances::new(attributes, Some(round))).contains(question)
}

#[test]
fn what_the_panel_knows_decides() {
    let nothing = Answers::default();
    assert!(is_asked_of("stocks", &nothing, &sector("C"), "2026-Q1"));
    assert!(!is_asked_of("stocks", &nothing, &sector("H"), "2026-Q1"));
    assert!(!is_asked_of("stocks", &nothing, &Attributes::new(), "2026-Q1"));
    assert!(is_asked_of("situation", &nothing, &Attributes::new(), "2026-Q1"));
}

#[test]
fn yearly_questions_are_asked_in_the_last_quarter() {
    let asks = |round| is_asked_of("investment", &Answers::default(), &Attributes::new(), round);
    assert!(asks("2026-Q4") && !asks("2026-Q1") && asks("Sonderrunde"));
}

#[test]
fn earlier_answers_decide() {
    let asks = |question, answers: Answers| is_asked_of(question, &answers, &Attributes::new(), "2026-Q1");
    assert!(!asks("obstacles", answers([])));
    assert!(!asks("obstacles", answers([("hampered", choice("no"))])));
    assert!(asks("obstacles", answers([("hampered", choice("yes"))])));
    let two = |hampered| answers([("hampered", choice(hampered)), ("obstacles", choices(&["demand", "staff"]))]);
    assert!(asks("worst_obstacle", two("yes")));
    assert!(!asks("worst_obstacle", two("no")), "a question that is not asked counts as unanswered");
    assert!(!asks("worst_obstacle", answers([("hampered", choice("yes")), ("obstacles", choices(&["demand"]))])));
    assert!(asks("vacancy_time", answers([("vacancies", Answer::Number(1.0))])));
    assert!(!asks("vacancy_time", answers([("vacancies", Answer::Number(0.0))])));
}

#[test]
fn what_is_not_asked_does_not_enter_the_response() {
    let questionnaire = business();
    let attributes = sector("H");
    let circumstances = Circumstances::new(&attributes, Some("2026-Q2"));
    let draft = answers([
        ("situation", choice("good")),
        ("stocks", choice("adequate")),
        ("hampered", choice("yes")),
        ("obstacles", choices(&["demand", "staff"])),
        ("worst_obstacle", ranking(&["rules", "staff"])),
        ("investment", Answer::Number(5.0)),
        ("made_up", choice("x")),
    ]);
    let kept = prune(&questionnaire, &draft, circumstances);
    let expected = answers([
        ("situation", choice("good")),
        ("hampered", choice("yes")),
        ("obstacles", choices(&["demand", "staff"])),
        ("worst_obstacle", ranking(&["staff"])),
    ]);
    assert_eq!(kept, expected);
    assert_eq!(prune(&questionnaire, &kept, circumstances), kept);
    let mut not_hampered = draft;
    not_hampered.0.insert(code("hampered"), choice("no"));
    let kept = prune(&questionnaire, &not_hampered, circumstances);
    assert_eq!(kept, answers([("situation", choice("good")), ("hampered", choice("no"))]));
}

#[test]
fn a_ranking_offers_what_was_ticked_or_the_rows() {
    let questionnaire = business();
    let worst = questionnaire.question("worst_obstacle").unwrap();
    let ticked = answers([("obstacles", choices(&["rules", "demand"]))]);
    let codes = |offers: Vec<Offer<'_>>| offers.iter().map(|offer| offer.code.to_string()).collect::<Vec<_>>();
    assert_eq!(
        codes(offered(&questionnaire, worst, &ticked, Circumstances::new(&Attributes::new(), None))),
        ["demand", "rules"]
    );
    assert!(offered(&questionnaire, worst, &answers([]), Circumstances::new(&Attributes::new(), None)).is_empty());
    let location = read(include_bytes!("../../../examples/questionnaires/location_and_society.yaml")).unwrap();
    let priorities = location.question("priorities").unwrap();
    assert_eq!(offered(&location, priorities, &answers([]), Circumstances::new(&Attributes::new(), None)).len(), 12);
}

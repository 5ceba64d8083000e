#![no_main]
//! Any text as an expression: checked or refused, and evaluated within its bounds.

use libfuzzer_sys::fuzz_target;
use rundfrage_shared::questionnaire::answer::{Answer, Answers};
use rundfrage_shared::questionnaire::attributes::Attributes;
use rundfrage_shared::questionnaire::expression::{Expression, Facts, Scope, Type, Wanted};
use rundfrage_shared::questionnaire::model::Code;

fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

fuzz_target!(|source: &str| {
    let mut scope = Scope::default();
    scope.question(code("n"), Type::Number).question(code("t"), Type::Text).question(code("d"), Type::Date);
    scope.question(code("c"), Type::Choice(vec![code("a"), code("b")]));
    scope.question(code("m"), Type::Choices(vec![code("a"), code("b")])).attributes(["sector"]);
    let answers = Answers(
        [
            (code("n"), Answer::Number(3.0)),
            (code("t"), Answer::Text("aab".into())),
            (code("c"), Answer::Choice(code("a"))),
            (code("m"), Answer::Choices { codes: vec![code("a"), code("b")], other: None }),
        ]
        .into(),
    );
    let get = |code: &str| answers.get(code);
    let attributes = Attributes::new();
    let facts = Facts::new(&get, &attributes);
    for wanted in [Wanted::Condition, Wanted::Number, Wanted::Printable, Wanted::Any] {
        if let Ok(expression) = Expression::check(source, &scope, wanted) {
            assert_eq!(expression.evaluate(&facts), expression.evaluate(&facts));
        }
    }
});

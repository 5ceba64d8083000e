//! What templates ask a page.

use std::borrow::{Borrow, Cow};
use std::fmt::Display;

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;

use super::{Page, Theme};
use crate::language::{is_from_the_right, name};
use crate::{assets, language};

/// How the addresses of respondents' pages begin.
const RESPONDENTS: [&str; 6] = ["/r/", "/c/", "/o/", "/code", "/respond/", "/unsubscribe/"];

/// One button of the language switch.
#[derive(Debug)]
pub struct Tongue {
    /// Its tag.
    pub tag: String,
    /// What it calls itself.
    pub name: String,
    /// Whether the page speaks it.
    pub is_spoken: bool,
}

impl Page {
    /// The languages on offer.
    #[must_use]
    pub fn tongues(&self) -> Vec<Tongue> {
        let tongue = |offered: &rundfrage_shared::language::Language| Tongue {
            tag: offered.to_string(),
            name: name(offered),
            is_spoken: *offered == self.spoken,
        };
        self.offered.iter().map(tongue).collect()
    }

    /// The tag of the page's language.
    #[must_use]
    pub fn tag(&self) -> &str {
        self.spoken.as_str()
    }

    /// Whether the page is written from right to left.
    #[must_use]
    pub fn is_from_the_right(&self) -> bool {
        is_from_the_right(&self.spoken)
    }

    /// The tag of the interface's language, where it is another than the page's.
    #[must_use]
    pub fn other_tag(&self) -> Option<&'static str> {
        let tag = self.words.tag();
        (language::primary(&self.spoken) != tag).then_some(tag)
    }

    /// `error`, `warning` or nothing, as the end of a class: what is to be said at the field with the id `field`.
    #[must_use]
    pub fn state(&self, field: impl AsRef<str>) -> &'static str {
        match (self.problem(field.as_ref()), self.remark(field.as_ref())) {
            (Some(_), _) => "error",
            (None, Some(_)) => "warning",
            (None, None) => "",
        }
    }

    /// The text `key`, short for templates.
    #[must_use]
    pub fn t(&self, key: &str) -> Cow<'static, str> {
        self.words.text(key)
    }

    /// The text `key`, or `otherwise` where there is none.
    #[must_use]
    pub fn said(&self, key: Option<String>, otherwise: &str) -> String {
        key.map_or_else(|| otherwise.to_owned(), |key| self.t(&key).into_owned())
    }

    /// The text `key` with `value` put in as `name`.
    #[must_use]
    pub fn t1(&self, key: &str, name: &str, value: impl Display) -> Cow<'static, str> {
        self.words.with_one(key, name, value.to_string())
    }

    /// The text `key` about a whole number: `$count` decides on singular or plural, `$number` is how it is written.
    #[must_use]
    pub fn tn(&self, key: &str, count: impl Display) -> Cow<'static, str> {
        let count: i64 = count.to_string().parse().unwrap_or_default();
        self.words.with(key, &[("count", count.into()), ("number", self.words.integer(count).into())])
    }

    /// A whole number with its thousands set apart; any type of number will do.
    #[must_use]
    pub fn integer(&self, number: impl Display) -> String {
        self.words.integer(number.to_string().parse().unwrap_or_default())
    }

    /// An instant as it reads on the clocks of `zone`.
    #[must_use]
    pub fn instant(&self, instant: impl Borrow<DateTime<Utc>>, zone: impl Borrow<Tz>) -> String {
        self.words.instant(*instant.borrow(), *zone.borrow())
    }

    /// A local date and time.
    #[must_use]
    pub fn date_time(&self, local: impl Borrow<NaiveDateTime>) -> String {
        self.words.date_time(*local.borrow())
    }

    /// The title for the browser's window: complaints first, then the page, then who speaks.
    #[must_use]
    pub fn head_title(&self) -> String {
        let prefix = if self.problems.is_empty() { Cow::Borrowed("") } else { self.t("public-error-prefix") };
        let who = self.organisation.clone().unwrap_or_else(|| self.t("public-product").into_owned());
        let space = if prefix.is_empty() { "" } else { " " };
        if self.title.is_empty() { who } else { format!("{prefix}{space}{} – {who}", self.title) }
    }

    /// The text `key` with `#name` for each value, for the script to put in.
    #[must_use]
    pub fn blanks(&self, key: &str, names: &[&'static str]) -> Cow<'static, str> {
        let values: Vec<_> = names.iter().map(|name| (*name, format!("#{name}").into())).collect();
        self.words.with(key, &values)
    }

    /// The path of the style sheet.
    #[must_use]
    pub fn style(&self) -> &'static str {
        assets::STYLE
    }

    /// The path of the sheet with what only staff and the public see; respondents do without.
    #[must_use]
    pub fn more_style(&self) -> Option<&'static str> {
        let is_of_respondents = RESPONDENTS.iter().any(|start| self.path.starts_with(start));
        (!is_of_respondents).then_some(assets::MORE_STYLE)
    }

    /// The path of the script that makes answering more comfortable.
    #[must_use]
    pub fn script(&self) -> &'static str {
        assets::SCRIPT
    }

    /// The path of the icon.
    #[must_use]
    pub fn icon(&self) -> &'static str {
        assets::ICON
    }

    /// The value of `data-kern-theme`.
    #[must_use]
    pub fn theme_name(&self) -> Option<&'static str> {
        self.theme.map(|theme| match theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
        })
    }

    /// "Page 2 of 9".
    #[must_use]
    pub fn page_of(&self, current: impl Display, last: impl Display) -> Cow<'static, str> {
        let values = [("current", current.to_string().into()), ("last", last.to_string().into())];
        self.words.with("public-page-of", &values)
    }

    /// The pages before and after `current`, if there are any up to `last`; any type of number will do.
    #[must_use]
    pub fn neighbours(&self, current: impl Display, last: impl Display) -> (Option<i64>, Option<i64>) {
        let number = |text: String| text.parse().unwrap_or(1_i64);
        let (current, last) = (number(current.to_string()), number(last.to_string()));
        (Some(current - 1).filter(|page| *page >= 1), Some(current + 1).filter(|page| *page <= last))
    }

    /// One of two texts.
    #[must_use]
    pub fn either<'t>(&self, which: impl Borrow<bool>, one: &'t str, other: &'t str) -> &'t str {
        if *which.borrow() { one } else { other }
    }

    /// The text `key` about some of several: "2 of 7".
    #[must_use]
    pub fn of_all(&self, key: &str, one: impl Display, all: impl Display) -> Cow<'static, str> {
        self.words.with(key, &[("one", one.to_string().into()), ("all", all.to_string().into())])
    }

    /// Whether two texts are the same, whatever their types.
    #[must_use]
    pub fn same(&self, one: impl AsRef<str>, other: impl AsRef<str>) -> bool {
        one.as_ref() == other.as_ref()
    }

    /// Whether `value` is one of `list`.
    #[must_use]
    pub fn among<Item: AsRef<str>>(&self, value: impl AsRef<str>, list: impl IntoIterator<Item = Item>) -> bool {
        list.into_iter().any(|item| item.as_ref() == value.as_ref())
    }

    /// The id of one choice of a group: the group's name for the first, so that the error summary leads there.
    #[must_use]
    pub fn choice_id(&self, name: impl Display, value: impl Display, is_first: impl Borrow<bool>) -> String {
        if *is_first.borrow() { name.to_string() } else { format!("{name}.{value}") }
    }
}

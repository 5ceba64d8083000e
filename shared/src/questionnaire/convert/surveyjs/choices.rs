//! The options of a question: their values, what they say and when they are offered.

use std::borrow::Cow;
use std::rc::Rc;

use serde_json::Value;

use super::Reading;
use super::condition::all;
use super::fields::Fields;
use super::json::{spelled, told};
use super::known::Options;
use crate::questionnaire::convert::codes::Codes;
use crate::questionnaire::convert::lists::is_too_long;
use crate::questionnaire::format::{Anchor, Choice};
use crate::questionnaire::problem::{counted, quoted};

/// Bytes of the largest picture, as its address.
const LARGEST_PICTURE: usize = 300_000;

/// Options while they are collected.
#[derive(Default)]
pub struct Offer {
    /// So far.
    pub options: Options,
    /// How many there would be besides, in lists that are too long.
    beyond: usize,
    codes: Codes,
    renamed: Vec<(String, String)>,
}

impl Offer {
    /// Takes a code of its own for a value.
    pub fn code(&mut self, value: &Value, label: Option<&str>) -> String {
        let spelled = spelled(value);
        let is_simple = !value.is_object() && !value.is_array();
        let code = self.codes.make(if is_simple { &spelled } else { label.unwrap_or("option") }, "option");
        if code != spelled {
            self.renamed.push((spelled.clone(), code.clone()));
        }
        self.options.add(&spelled, &code);
        code
    }

    /// Adds an option of a code that their tool has itself.
    pub fn special(&mut self, code: &str, choice: Choice) {
        let made = self.codes.make(code, code);
        self.options.add(code, &made);
        self.options.built_in.push(made.clone());
        self.options.choices.push(Choice { code: made, ..choice });
    }

    /// Takes the code of a way out, which is no option.
    pub fn apart(&mut self, code: &str) -> String {
        let made = self.codes.make(code, code);
        self.options.add(code, &made);
        made
    }

    /// How many options there are, if that is more than a question can have.
    pub fn too_many(&self) -> Option<usize> {
        let count = self.options.choices.len() + self.beyond;
        is_too_long(count).then_some(count)
    }

    /// The options as they are.
    pub fn done(self) -> Rc<Options> {
        Rc::new(self.options)
    }
}

impl Reading<'_> {
    /// Adds the options in `list`; `visible_if` is a condition that names each as `{item}`.
    pub fn offer(&mut self, list: &[Value], visible_if: Option<&str>, place: &str, offer: &mut Offer) {
        if is_too_long(list.len()) {
            offer.beyond += list.len();
            return;
        }
        for (at, item) in list.iter().map(parted).enumerate() {
            let place = format!("{place}[{at}]");
            if let Some(choice) = self.option(&item, visible_if, &place, offer) {
                offer.options.choices.push(choice);
            }
        }
        if let Some((value, code)) = offer.renamed.first() {
            let count = offer.renamed.len();
            let reason = format!("{count} values hold signs that codes cannot, such as {}", quoted(value));
            self.report.replaced(place, reason, format!("codes such as {code}"));
            offer.renamed.clear();
        }
    }

    fn option(&mut self, item: &Value, visible_if: Option<&str>, place: &str, offer: &mut Offer) -> Option<Choice> {
        if !item.is_object() {
            if item.is_null() || item.is_array() || spelled(item).trim().is_empty() {
                self.report.dropped(place, format!("{} is no option", told(item)));
                return None;
            }
            let (code, label) = (offer.code(item, None), self.same(&spelled(item)));
            let show_if = offer.options.shown_if(&code, self.shown_for(visible_if, Some(item), place));
            return Some(Choice { code, show_if, label, ..Choice::default() });
        }
        let mut fields = Fields::of(item, place)?;
        let Some(value) = fields.take("value") else {
            self.report.dropped(place, "this option has no value");
            return None;
        };
        let choice = self.full_option(&mut fields, item, value, visible_if, offer);
        self.finish(fields);
        Some(choice)
    }

    fn full_option(
        &mut self,
        fields: &mut Fields<'_>,
        item: &Value,
        value: &Value,
        visible_if: Option<&str>,
        offer: &mut Offer,
    ) -> Choice {
        let text = fields.take("text");
        let label = self.texts_or(text, &fields.at("text"), &spelled(value));
        let code = offer.code(value, label.get(self.locale.default()).map(String::as_str));
        let own_if = fields.string("visibleIf");
        let own = self.shown_for(own_if, Some(item), &fields.at("visibleIf"));
        let all_of_them = self.shown_for(visible_if, Some(item), &fields.place);
        fields.named_in(own_if.into_iter().chain(visible_if));
        let show_if = offer.options.shown_if(&code, all(all_of_them.into_iter().chain(own)));
        let other_text = fields.flags(&["showCommentArea", "hasComment"]);
        let exclusive = fields.flag("isExclusive");
        let nested = fields.list("elements");
        if !nested.is_empty() {
            self.report.questions += nested.len();
            self.report.dropped += nested.len();
            let reason =
                format!("{} inside an option: questions stand on their own", counted(nested.len(), "question"));
            self.report.dropped(fields.at("elements"), reason);
        }
        let image = self.image(fields);
        Choice { code, exclusive, other_text, show_if, image, label, ..Choice::default() }
    }

    /// The picture of an option, if it stands in the file.
    fn image(&mut self, fields: &mut Fields<'_>) -> Option<String> {
        let link = fields.take("imageLink")?;
        let link = link.as_str().or_else(|| link.get("default")?.as_str()).unwrap_or_default();
        let is_kept = is_picture(link);
        if !is_kept {
            let reason = "a picture from elsewhere, or larger or of another type than ours: pictures are not loaded";
            self.report.dropped(fields.at("imageLink"), reason);
        }
        is_kept.then(|| link.to_owned())
    }

    /// Puts options into another order than the written one.
    pub fn ordered(&mut self, order: Option<&str>, offer: &mut Offer, place: &str) -> bool {
        let language = self.locale.default().to_owned();
        let key = |choice: &Choice| choice.label.get(&language).map(|label| label.to_lowercase());
        match order {
            Some("asc") => offer.options.choices.sort_by_key(key),
            Some("desc") => offer.options.choices.sort_by_key(|choice| std::cmp::Reverse(key(choice))),
            Some("random") => return true,
            Some("none") | None => {}
            Some(other) => self.report.dropped(place, format!("the order {}", quoted(other))),
        }
        false
    }
}

/// `value|text`, which stands for a value and its words, as an object of both.
pub fn parted(item: &Value) -> Cow<'_, Value> {
    let written = item.get("value").unwrap_or(item).as_str();
    let Some((value, text)) = written.and_then(|written| written.split_once('|')) else { return Cow::Borrowed(item) };
    let mut parted = item.as_object().cloned().unwrap_or_default();
    parted.insert("value".into(), value.into());
    if !text.is_empty() {
        parted.entry("text").or_insert_with(|| text.into());
    }
    Cow::Owned(Value::Object(parted))
}

/// Whether an address is a PNG, JPEG or WebP that stands in the file itself.
fn is_picture(link: &str) -> bool {
    let kinds = ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/webp;base64,"];
    let data = kinds.iter().find_map(|kind| link.strip_prefix(kind)).unwrap_or_default();
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte);
    !data.is_empty() && link.len() <= LARGEST_PICTURE && data.bytes().all(is_sign)
}

/// Keeps the place of an option when the others are drawn.
pub const fn last(is_drawn: bool) -> Option<Anchor> {
    if is_drawn { Some(Anchor::Last) } else { None }
}

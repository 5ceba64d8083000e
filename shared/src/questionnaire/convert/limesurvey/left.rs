//! What of a question nothing was made of.

use super::grouped::Kind;
use super::making::{Making, place};
use super::settings::Left;
use super::survey::Question;
use crate::name::excerpt;
use crate::questionnaire::problem::quoted;

/// Themes that every type of question has from the beginning.
const THEMES: [&str; 30] = [
    "5pointchoice",
    "arrays/10point",
    "arrays/5point",
    "arrays/array",
    "arrays/column",
    "arrays/dualscale",
    "arrays/increasesamedecrease",
    "arrays/multiflexi",
    "arrays/texts",
    "arrays/yesnouncertain",
    "boilerplate",
    "core",
    "date",
    "equation",
    "file_upload",
    "gender",
    "hugefreetext",
    "language",
    "list_dropdown",
    "list_with_comment",
    "listradio",
    "longfreetext",
    "multiplechoice",
    "multiplechoice_with_comments",
    "multiplenumeric",
    "multipleshorttext",
    "numerical",
    "ranking",
    "shortfreetext",
    "yesno",
];

/// What settings mean that have no counterpart.
const MEANINGS: [(&str, &str); 5] = [
    ("other_comment_mandatory", "who chooses \"other\" need not write anything there"),
    ("show_comment", "files have no field for a comment"),
    ("show_grand_total", "the sum of all cells is not shown"),
    ("show_title", "files have no field for a title"),
    ("show_totals", "sums of rows and columns are not shown"),
];

impl Making<'_, '_> {
    /// Tells what was left of a question when it was made.
    pub fn left(&mut self, theirs: &Question<'_>) {
        let (code, extras) = (theirs.code, theirs.extras);
        for (is_there, kind) in [
            (extras.has_default, Kind::Defaults),
            (extras.encrypted, Kind::Encrypted),
            (extras.has_script, Kind::Scripts),
        ] {
            if is_there {
                self.grouped.add(kind, "", code);
            }
        }
        // The newer files say it in the row of the question, and both may be there.
        let attribute = theirs.settings.get("question_template");
        let theme = if theirs.theme.is_empty() { attribute } else { theirs.theme };
        if !theme.is_empty() && !THEMES.contains(&theme) {
            self.grouped.add(Kind::Themes, theme, code);
        }
        self.marks(theirs);
        self.settings(theirs);
    }

    /// What options count when answers are marked.
    fn marks(&mut self, theirs: &Question<'_>) {
        let marked = theirs.answers.iter().flatten().filter(|answer| answer.is_marked());
        let mut marks: Vec<_> = marked.map(|answer| format!("{} {}", answer.code, answer.mark)).collect();
        if theirs.answers.iter().flatten().all(|answer| answer.mark == "1") {
            // The older versions write so of answers whose marks nobody has set.
            marks.clear();
        }
        let of_all = theirs.settings.get("assessment_value");
        if matches!(theirs.kind, 'M' | 'P') && !matches!(of_all, "" | "0" | "1") {
            marks.push(format!("each option {of_all}"));
        }
        if !marks.is_empty() {
            self.grouped.add(Kind::Marks, "", &format!("{} ({})", theirs.code, marks.join(", ")));
        }
    }

    /// Attributes that nothing was made of.
    fn settings(&mut self, theirs: &Question<'_>) {
        for (name, value, kind) in theirs.settings.left() {
            match kind {
                Left::Look => self.grouped.add(Kind::Look, name, theirs.code),
                Left::Default => self.grouped.add(Kind::Defaults, name, theirs.code),
                Left::TimeLimit => self.grouped.add(Kind::TimeLimits, name, theirs.code),
                Left::Text => {
                    let text = format!("{} {}", theirs.code, quoted(&excerpt(value, 60)));
                    self.grouped.add(Kind::Texts, name, &text);
                }
                Left::Meaning => {
                    let reason = MEANINGS.iter().find(|(known, _)| *known == name).map_or_else(
                        || format!("the setting {name} ({}) has no counterpart here", quoted(value)),
                        |(_, means)| format!("{means} (the setting {name})"),
                    );
                    self.report.dropped(place(theirs.code), reason);
                }
            }
        }
    }
}

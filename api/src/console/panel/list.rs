//! `/console/panel`: companies, searched and filtered.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use rundfrage_shared::classification;
use rundfrage_shared::panel::store::{self, CompanyLine, Counts, Filter};
use rundfrage_shared::panel::{Region, SizeClass};
use serde::Deserialize;

use crate::app::App;
use crate::console::shell::{Place, Shell};
use crate::console::staff::Staff;
use crate::errors::WebError;
use crate::page::{Page, show};

/// So many companies a page.
const PAGE: i64 = 50;

/// Values and labels of a choice.
type Choices = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "console/panel/list.html")]
struct PanelPage {
    page: Page,
    shell: Shell,
    counts: Counts,
    asked: Asked,
    sections: Choices,
    sizes: Choices,
    regions: Choices,
    lines: Vec<CompanyLine>,
    found: i64,
    current: i64,
    last: i64,
    /// The address of a page of this list, up to the page's number.
    pages: String,
}

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Asked {
    q: String,
    section: String,
    size: String,
    region: String,
    page: Option<i64>,
}

impl Asked {
    /// Values that no list offers leave their attribute open.
    fn filter(&self) -> Filter {
        Filter {
            search: self.q.chars().filter(|character| *character != '\0').take(200).collect(),
            section: classification::section(&self.section).map(|section| section.code.to_owned()),
            size_class: SizeClass::parse(&self.size).ok(),
            region: Region::parse(&self.region).ok(),
            cluster: None,
        }
    }

    fn address(&self) -> String {
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let (q, section) = (encoded(&self.q), encoded(&self.section));
        let (size, region) = (encoded(&self.size), encoded(&self.region));
        format!("{}?q={q}&section={section}&size={size}&region={region}&page=", Place::Panel.path())
    }
}

/// Shows one page of companies.
pub async fn get(State(app): State<App>, staff: Staff, Query(asked): Query<Asked>) -> Result<Response, WebError> {
    let (db, organisation, filter) = (&app.context.db, staff.organisation_id(), asked.filter());
    let counts = store::counts(db, organisation).await?;
    let found = store::count(db, organisation, &filter).await?;
    let last = ((found + PAGE - 1) / PAGE).max(1);
    let current = asked.page.unwrap_or(1).clamp(1, last);
    let lines = store::list(db, organisation, &filter, (current - 1) * PAGE, PAGE).await?;
    let language = staff.words().language();
    let sections = classification::sections().iter();
    let (pages, (page, shell)) = (asked.address(), staff.open("console-panel-title", Place::Panel));
    Ok(show(&PanelPage {
        page,
        shell,
        counts,
        asked,
        sections: sections.map(|it| (it.code.into(), format!("{} – {}", it.code, it.title(&language)))).collect(),
        sizes: SizeClass::ALL.map(|size| (size.as_str().into(), size.as_str().into())).to_vec(),
        regions: classification::kreise().iter().map(|kreis| (kreis.code.into(), kreis.name.into())).collect(),
        lines,
        found,
        current,
        last,
        pages,
    }))
}

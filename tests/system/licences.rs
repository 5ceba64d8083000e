//! Every dependency comes under a licence that `deny.toml` allows.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use figment::Figment;
use figment::providers::{Format as _, Toml};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Deny {
    licenses: Licences,
}

#[derive(Deserialize)]
struct Licences {
    allow: BTreeSet<String>,
    clarify: Vec<Clarification>,
}

#[derive(Deserialize)]
struct Clarification {
    #[serde(rename = "crate")]
    name: String,
    expression: String,
}

/// Whether an SPDX expression can be met: any side of OR, each side of AND; in parentheses only OR is in use.
fn is_allowed(expression: &str, allow: &BTreeSet<String>) -> bool {
    let expression = expression.replace('/', " OR ");
    split(&expression, " AND ").iter().all(|part| {
        let part = part.trim().trim_start_matches('(').trim_end_matches(')');
        part.split(" OR ").any(|licence| allow.contains(licence.trim()))
    })
}

/// Splits at `separator` where AND binds last, that is around parentheses or where there is no OR at all.
fn split<'a>(expression: &'a str, separator: &str) -> Vec<&'a str> {
    if expression.contains(" OR ") && !expression.contains('(') {
        return vec![expression];
    }
    expression.split(separator).collect()
}

#[test]
fn every_dependency_has_a_licence_that_is_allowed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let deny: Deny = Figment::from(Toml::file(root.join("deny.toml"))).extract().unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--filter-platform", "x86_64-unknown-linux-gnu"])
        .current_dir(&root)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 100);
    let refused: Vec<_> = packages
        .iter()
        .filter_map(|package| {
            let name = package["name"].as_str()?;
            let clarified = deny.licenses.clarify.iter().find(|it| it.name == name).map(|it| it.expression.as_str());
            let licence = clarified.or(package["license"].as_str()).unwrap_or("none named");
            (!is_allowed(licence, &deny.licenses.allow)).then(|| format!("{name}: {licence}"))
        })
        .collect();
    assert!(refused.is_empty(), "not allowed by deny.toml: {refused:?}");
}

#[test]
fn an_expression_is_met_by_one_side_of_or_and_by_both_of_and() {
    let allow = BTreeSet::from(["MIT".to_owned(), "Unicode-3.0".to_owned()]);
    for met in ["MIT", "GPL-3.0 OR MIT", "MIT/GPL-3.0", "(MIT OR Apache-2.0) AND Unicode-3.0", "MIT AND Unicode-3.0"] {
        assert!(is_allowed(met, &allow), "{met}");
    }
    for unmet in ["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND GPL-3.0", "none named"] {
        assert!(!is_allowed(unmet, &allow), "{unmet}");
    }
}

//! Where elements lie: on pages and in panels, in groups, and on the rows of tables.

use serde_json::{Map, Value};

/// Where pages and panels have their elements, in the order in which these are shown.
pub const ON_PAGE: [&str; 2] = ["elements", "questions"];
/// Where anything has elements.
pub const ANYWHERE: [&str; 4] = ["elements", "questions", "templateElements", "detailElements"];

/// The elements right inside `holder`, in these lists of it.
pub fn elements<'v>(holder: &'v Value, lists: &'v [&str]) -> impl Iterator<Item = &'v Value> {
    lists.iter().filter_map(|list| holder.get(list)?.as_array()).flatten()
}

/// The same, to change them.
pub fn elements_mut<'v>(holder: &'v mut Map<String, Value>, lists: &[&str]) -> impl Iterator<Item = &'v mut Value> {
    let place = |key: &str| lists.iter().position(|list| *list == key);
    let mut found: Vec<_> =
        holder.iter_mut().filter_map(|(key, list)| Some((place(key)?, list.as_array_mut()?))).collect();
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().flat_map(|(_, list)| list)
}

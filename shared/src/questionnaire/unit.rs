//! Units behind figures: in words, and as people type them.

use crate::text::Words;

/// Units that have words of ours.
const KNOWN: [&str; 11] = [
    "percent",
    "pieces",
    "months",
    "positions",
    "thousand_eur",
    "eur",
    "million_eur",
    "persons",
    "files",
    "hours_per_week",
    "hours",
];

/// Other currencies, shown by their letters: the active codes of ISO 4217.
const CURRENCIES: &str = "aed afn all amd aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd btn bwp byn bzd cad cdf chf \
    clp cny cop crc cup cve czk djf dkk dop dzd egp ern etb fjd fkp gbp gel ghs gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr iqd irr \
    isk jmd jod jpy kes kgs khr kmf kpw krw kwd kyd kzt lak lbp lkr lrd lsl lyd mad mdl mga mkd mmk mnt mop mru mur mvr mwk mxn myr mzn \
    nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sdg sek sgd shp sle sos srd ssp stn svc syp \
    szl thb tjs tmt tnd top try ttd twd tzs uah ugx usd uyu uzs ves vnd vuv wst xaf xcd xof xpf yer zar zmw zwg";

/// A unit as it stands behind a number: `%`, `Tsd. Euro`; one without a word of ours is shown as it is.
#[must_use]
pub fn in_words(words: &Words, unit: &str) -> String {
    if KNOWN.contains(&unit) {
        words.text(&format!("unit-{}", unit.replace('_', "-"))).into_owned()
    } else if is_currency(unit) {
        unit.to_uppercase()
    } else {
        unit.replace('_', " ")
    }
}

/// The ways in which somebody writes a unit beside a number, in small letters, the longest first: its words, its symbol, its code.
#[must_use]
pub fn spellings(words: &Words, unit: &str) -> Vec<String> {
    let mut ways = vec![in_words(words, unit).to_lowercase()];
    if KNOWN.contains(&unit) {
        let typed = words.text(&format!("unit-typed-{}", unit.replace('_', "-"))).to_lowercase();
        ways.extend(typed.split(", ").map(str::to_owned));
    } else {
        ways.extend(symbol(unit).map(str::to_owned));
        // A code has no letters but those of ASCII.
        ways.push(ways[0].replace("ae", "ä").replace("oe", "ö").replace("ue", "ü"));
    }
    // What looks like a part of the number is no unit of it.
    ways.retain(|way| way.starts_with(|c: char| !c.is_ascii_digit() && !"+-., ".contains(c)));
    ways.sort_by_key(|way| (std::cmp::Reverse(way.chars().count()), way.clone()));
    ways.dedup();
    ways
}

/// A number in small letters, without the unit before or behind it.
#[must_use]
pub fn without<'t>(text: &'t str, spellings: &[String]) -> &'t str {
    let cut = |way: &String| text.strip_suffix(way.as_str()).or_else(|| text.strip_prefix(way.as_str()));
    spellings.iter().find_map(cut).unwrap_or(text).trim()
}

/// The sign of a currency other than the euro.
fn symbol(unit: &str) -> Option<&'static str> {
    Some(match unit {
        "czk" => "kč",
        "gbp" => "£",
        "pln" => "zł",
        "usd" => "$",
        _ => return None,
    })
}

/// Whether a unit is money.
#[must_use]
pub fn is_currency(unit: &str) -> bool {
    unit == "eur" || CURRENCIES.split(' ').any(|currency| currency == unit)
}

#[cfg(test)]
mod tests {
    use crate::language::Language;

    use super::*;

    #[test]
    fn units_have_words_currencies_letters_and_the_rest_its_name() {
        let words = Words::nearest(&Language::parse("de").unwrap());
        let units = ["percent", "thousand_eur", "chf", "uah", "kwh", "cubic_metres"].map(|unit| in_words(&words, unit));
        assert_eq!(units, ["%", "Tsd. Euro", "CHF", "UAH", "kwh", "cubic metres"]);
        assert!(is_currency("eur") && is_currency("zwg") && !is_currency("million_eur") && !is_currency(""));
    }
    #[test]
    fn units_are_typed_by_word_symbol_and_code() {
        let [german, english] = ["de", "en"].map(|tag| Words::nearest(&Language::parse(tag).unwrap()));
        assert_eq!(spellings(&german, "eur"), ["euro", "eur", "€"]);
        assert_eq!(spellings(&english, "eur"), ["euros", "euro", "eur", "€"]);
        assert_eq!(spellings(&german, "gbp"), ["gbp", "£"]);
        assert_eq!(spellings(&german, "stueck"), ["stueck", "stück"]);
        assert!(["1000", "-", "_x", "5kg"].iter().all(|unit| spellings(&german, unit).is_empty()));
        for unit in KNOWN {
            let ways = [&german, &english].map(|words| spellings(words, unit));
            assert!(ways.iter().flatten().all(|way| !way.contains("unit-") && *way == way.trim()), "{ways:?}");
        }
    }

    #[test]
    fn one_unit_stands_before_or_behind() {
        let ways = spellings(&Words::nearest(&Language::german()), "eur");
        for text in ["50 €", "50€", "€ 50", "50 euro", "50\u{a0}eur", "eur50"] {
            assert_eq!(without(text, &ways), "50", "{text}");
        }
        for text in ["50 $", "50 €€", "€ 50 €", "50 tsd. euro", "50 euros"] {
            assert_ne!(without(text, &ways), "50", "{text}");
        }
    }
}

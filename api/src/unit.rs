//! Units behind figures, in words.

use rundfrage_shared::text::Words;

/// Units that have words of ours.
const KNOWN: [&str; 10] = [
    "percent",
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

/// Whether a unit is money.
#[must_use]
pub fn is_currency(unit: &str) -> bool {
    unit == "eur" || CURRENCIES.split(' ').any(|currency| currency == unit)
}

#[cfg(test)]
mod tests {
    use rundfrage_shared::language::Language;

    use super::*;

    #[test]
    fn units_have_words_currencies_letters_and_the_rest_its_name() {
        let words = Words::nearest(&Language::parse("de").unwrap());
        let units = ["percent", "thousand_eur", "chf", "uah", "kwh", "cubic_metres"].map(|unit| in_words(&words, unit));
        assert_eq!(units, ["%", "Tsd. Euro", "CHF", "UAH", "kwh", "cubic metres"]);
        assert!(is_currency("eur") && is_currency("zwg") && !is_currency("million_eur") && !is_currency(""));
    }
}

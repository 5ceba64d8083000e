//! Cells: where they stand, and how values are written in them.

use super::bounds;

/// The column of a cell's address such as `AB12`, counted from 0.
pub fn column(address: &str) -> Option<u16> {
    let letters = address.bytes().take_while(u8::is_ascii_alphabetic);
    let mut number = 0_u32;
    for letter in letters {
        number = number * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        if number > u32::from(bounds::COLUMNS) {
            return None;
        }
    }
    u16::try_from(number.checked_sub(1)?).ok()
}

/// The letters of a column, counted from 0.
#[must_use]
pub fn column_name(column: u16) -> String {
    let mut rest = u32::from(column) + 1;
    let mut name = String::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        name.insert(0, char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    name
}

/// A number as somebody would write it: 3, not 3.0.
pub fn number(saved: &str) -> String {
    match saved.trim().parse::<f64>() {
        Ok(number) if number.is_finite() && number.abs() < 1e15 => number.to_string(),
        _ => saved.trim().to_owned(),
    }
}

/// Signs that XML cannot hold are saved by their number between `_x` and `_`.
pub fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let digits = rest.get(2..6).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let sign =
            digits.filter(|_| rest.get(6..7) == Some("_")).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let (sign, length) = sign.and_then(char::from_u32).map_or(('_', 1), |sign| (sign, 7));
        out.push(sign);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (number, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!((column_name(number).as_str(), column(name)), (name, Some(number)));
        }
        assert_eq!((column("XFE1"), column("12"), column("ZZZZZZZZZZZZ1")), (None, None, None));
    }

    #[test]
    fn values_read_as_they_are_meant() {
        assert_eq!(
            (number("3.0"), number("1E3"), number("0.1"), number("x")),
            ("3".into(), "1000".into(), "0.1".into(), "x".into())
        );
        assert_eq!(unescaped("a_x000A_b_x005F_x0041_ _x_ _x12"), "a\nb_x0041_ _x_ _x12");
    }
}

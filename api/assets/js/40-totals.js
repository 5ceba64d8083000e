// Counts along where figures must come to a total. Numbers are read as the server reads them.
const language = document.documentElement.lang;
const point = ['en', 'ga', 'mt'].includes(language.split('-')[0]) ? '.' : ',';
const WAIT = 400;

/** Where the decimal sign stands: a lone sign of the other language is one, unless just three digits follow. */
function decimalSign(text) {
    const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    const [before, after] = [text.slice(0, last), text.slice(last + 1)];
    if (last < 0 || before.includes(text[last])) return -1;
    const looksGrouped = after.length === 3 && /^[1-9]\d{0,2}$/.test(before);
    return text[last] === point || /\D/.test(before) || !looksGrouped ? last : -1;
}

/** A number as somebody types it; nothing where it is none. */
function read(text) {
    const [, sign, digits] = text.trim().match(/^([-−+]?)(.*)$/);
    const at = decimalSign(digits);
    const whole = at < 0 ? digits : digits.slice(0, at);
    const decimals = at < 0 ? '0' : digits.slice(at + 1);
    const isWhole = /^(\d+|\d{1,3}([.,\s'’])\d{3}(\2\d{3})*)$/.test(whole) || (whole === '' && at === 0);
    if (!isWhole || !/^\d+$/.test(decimals)) return undefined;
    const number = Number(`${whole.replace(/\D/g, '') || 0}.${decimals}`);
    return sign === '-' || sign === '−' ? -number : number;
}

function follow(output) {
    const { column, total, unit, low, high, right } = output.dataset;
    const set = output.closest('fieldset');
    const written = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
    const amount = number => written.format(number) + (unit && `\u00a0${unit}`);
    const count = () => {
        const fields = [...set.querySelectorAll('input[inputmode]')].filter(({ name }) => name.endsWith(`.${column}`));
        const numbers = fields.map(field => read(field.value)).filter(number => number !== undefined);
        const sum = Math.round(numbers.reduce((all, one) => all + one, 0) * 1e6) / 1e6;
        const gap = Math.round((Number(total) - sum) * 1e6) / 1e6;
        const text = gap === 0 ? right : gap > 0 ? low : high;
        output.classList.toggle('so-far--right', gap === 0);
        output.textContent = numbers.length === 0 ? '' : text.replace('#sum', amount(sum)).replace('#gap', amount(Math.abs(gap)));
    };
    let timer;
    // Not with every key: whoever hears the page would hear each number.
    set.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(count, WAIT);
    });
    count();
}

document.querySelectorAll('output[data-total]').forEach(follow);

// Counts along where figures must come to a total. Numbers are read and judged as the server does: tests/fixtures/totals.json is for both.
const language = document.documentElement.lang;
const point = ['en', 'ga', 'mt'].includes(language.split('-')[0]) ? '.' : ',';
const WAIT = 400;
const LONGEST = 60;
/** So many smallest steps are counted exactly; of more a few may be missed. */
const TELLABLE = 4e15;

/** Where the decimal sign stands: a lone sign of the other language is one, unless just three digits follow. */
function decimalSign(text) {
    const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    const [before, after] = [text.slice(0, last), text.slice(last + 1)];
    if (last < 0 || before.includes(text[last])) return -1;
    const looksGrouped = after.length === 3 && /^[1-9]\d{0,2}$/.test(before);
    return text[last] === point || /\D/.test(before) || !looksGrouped ? last : -1;
}

/** A number as somebody types it, also with its unit; nothing where it is none, or none that the field takes. */
function read(text, { units, decimals, min, max }) {
    const typed = text.toLowerCase();
    const unit = units.split('|').find(one => one && (typed.endsWith(one) || typed.startsWith(one))) ?? '';
    const bare = typed.endsWith(unit) ? typed.slice(0, typed.length - unit.length) : typed.slice(unit.length);
    const [, sign, digits] = bare.trim().match(/^([-−+]?)(.*)$/);
    const at = decimalSign(digits);
    const whole = at < 0 ? digits : digits.slice(0, at);
    const behind = at < 0 ? '0' : digits.slice(at + 1);
    const isWhole = /^(\d+|\d{1,3}([., \u00a0\u202f\u2009'’])\d{3}(\2\d{3})*)$/.test(whole) || (whole === '' && at === 0);
    const mayMeanThousands = decimals < 3 && behind.length === 3;
    if (!isWhole || !/^\d+$/.test(behind) || mayMeanThousands || digits.length > LONGEST) return undefined;
    const number = Number(`${/[-−]/.test(sign) ? '-' : ''}${whole.replace(/\D/g, '') || 0}.${behind}`);
    return number >= min && number <= max && Number(number.toFixed(decimals)) === number ? number : undefined;
}

function follow(output) {
    const { column, total, unit, decimals, wrong, low, high, right, none } = output.dataset;
    const set = output.closest('fieldset');
    const written = new Intl.NumberFormat(language, { maximumFractionDigits: decimals });
    // Sums of the smallest steps are exact, as those of binary fractions are not.
    const scale = 10 ** decimals;
    const wanted = Math.round(total * scale);
    const amount = steps => written.format(steps / scale) + (unit && `\u00a0${unit}`);
    /** Whether a field with this part in its name is filled in. */
    const has = part => [...set.elements].some(({ type, name, value, checked }) => name.includes(part) && (/radio|box/.test(type) ? checked : value.trim()));
    const count = () => {
        const fields = [...set.querySelectorAll('input[inputmode]')].filter(({ name, value }) => name.endsWith(`.${column}`) && value.trim());
        const numbers = fields.map(field => read(field.value.trim(), output.dataset));
        const sum = numbers.reduce((all, one) => all + Math.round(one * scale), 0);
        const gap = wanted - sum;
        const isRight = Math.abs(gap) <= Math.max(0.5, Math.abs(wanted) / TELLABLE);
        const isNone = !numbers.length && !isRight && has('.') && !has(`.${column}.dont_know`);
        const text = isNone ? none : !numbers.length ? '' : numbers.includes(undefined) ? wrong : isRight ? right : gap > 0 ? low : high;
        output.classList.toggle('so-far--right', text === right);
        output.textContent = text.replace('#sum', amount(sum)).replace('#gap', amount(Math.abs(gap)));
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

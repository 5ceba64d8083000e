// Totals that count along: the script says what the server will say.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { assertAccessible, follow, launch } from './browser.mjs';
import { startCatalogue } from './demo.mjs';
import { both, kept, questionnaire, visit } from './visit.mjs';

const here = path => new URL(path, import.meta.url).pathname;
const rows = ['a', 'b', 'c'].map(id => ({ id, ...both(id) }));
const file = questionnaire([{ id: 'before', title: both('Vorher'), questions: [{ id: 'budget', type: 'numeric', text: both('Wie viel?') }] },
    { id: 'sums', title: both('Summen'), questions: [
        { id: 'costs', type: 'amounts', unit: 'percent', min: 0, decimals: 1, total: 100, text: both('Kosten?'), rows },
    ] }, { id: 'others', title: both('Andere'), questions: [
        { id: 'large', type: 'amounts', min: 0, total: 1_000_000, text: both('Große?'), rows: rows.slice(1) },
        { id: 'third', type: 'amounts', decimals: 1, total: 'budget / 3', text: both('Ein Drittel?'), rows: rows.slice(1) },
    ] }, { id: 'end', title: both('Ende'), questions: [{ id: 'more', type: 'open_text', text: both('Mehr?') }] }]);

let browser;
let catalogue;
let sums;
before(async () => { [browser, catalogue, sums] = await Promise.all([launch(), startCatalogue(), startCatalogue(file)]); });
after(async () => { await browser.close(); await Promise.all([catalogue.stop(), sums.stop()]); });

const told = (page, text) => page.locator('output.so-far', { hasText: text }).waitFor();

for (const [link, locale, half, sum, right] of [[0, 'de-DE', '20,5', 'Bisher 41 %, es fehlen noch 59 %.', '100 %, das passt.'], [1, 'en-GB', '20.5', '41 % so far, 59 % still missing.', '100 %, that is right.']]) {
    test(`totals count along in ${locale}`, { timeout: 120_000 }, async () => {
        const { page, open, field } = await visit(browser, sums.addresses, link, { locale, reducedMotion: 'reduce' });
        const language = locale.slice(0, 2);
        if (await page.getAttribute('html', 'lang') !== language) await follow(page, page.locator(`.languages button[value=${language}]`));
        await open('sums');
        await field('costs.a.amount').fill(half);
        await field('costs.b.amount').fill(`${half} %`);
        await told(page, sum);
        await field('costs.c.amount').fill('5o');
        await told(page, locale === 'de-DE' ? 'Eine der Zahlen ist noch nicht richtig.' : 'One of the numbers is not right yet.');
        await field('costs.c.amount').fill('59');
        await told(page, right);
        await assertAccessible(page);
    });
}

test('the script and the server say the same of what is typed', { timeout: 120_000 }, async () => {
    const script = readFileSync(here('../../api/assets/js/40-totals.js'), 'utf8');
    const page = await (await browser.newContext()).newPage();
    for (const { language, unit: _, shown = '', units = '', is_beside: _beside, cases, ...column } of JSON.parse(readFileSync(here('../fixtures/totals.json'), 'utf8'))) {
        for (const { typed, others = {}, says } of cases) {
            await page.setContent(`<html lang="${language}"><fieldset></fieldset></html>`);
            await page.evaluate(([typed, others, data]) => {
                const set = document.querySelector('fieldset');
                for (const value of typed) {
                    set.append(Object.assign(document.createElement('input'), { inputMode: 'decimal', name: 'q.row.amount', value }));
                }
                for (const [name, value] of Object.entries(others)) {
                    set.append(Object.assign(document.createElement('input'), name.endsWith('dont_know') ? { type: 'checkbox', checked: true, name } : { name, value }));
                }
                const output = document.createElement('output');
                Object.assign(output.dataset, data);
                set.append(output);
            }, [typed, others, { min: -1e15, max: 1e15, ...column, column: 'amount', unit: shown, units, wrong: 'wrong', low: 'low #sum #gap', high: 'high #sum #gap', right: 'right', none: 'none' }]);
            await page.addScriptTag({ content: `{${script}}` });
            assert.equal((await page.locator('output').innerText()).replaceAll('\u00a0', ' '), says, `${typed} in ${language}`);
        }
    }
});

test('what the script calls right the server takes, and what it calls missing not', { timeout: 120_000 }, async () => {
    const { page, faults, open, field } = await visit(browser, sums.addresses, 2, { viewport: { width: 1280, height: 900 } });
    await field('budget').fill('100');
    await follow(page, page.locator('form#answers .actions button').first());
    await open('others');
    const onward = () => follow(page, page.locator('form#answers .actions button').first());
    await field('large.b.amount').fill('999.999');
    await field('third.b.amount').fill('33,4');
    await told(page, 'Bisher 999.999, es fehlen noch 1.');
    await told(page, 'Bisher 33,4, das sind 0,1 zu viel.');
    await onward();
    assert.equal(await page.locator('.error-summary li').count(), 2);
    await field('large.c.amount').fill('1');
    await field('third.b.amount').fill('33,3');
    await told(page, '1.000.000, das passt.');
    await told(page, '33,3, das passt.');
    await onward();
    assert.match(page.url(), /end$/);
    assert.deepEqual(faults, []);
});

test('without the script the page is whole, also when it is switched off midway', { timeout: 120_000 }, async () => {
    const { page, open, field } = await visit(browser, catalogue.addresses, 1);
    await open('numbers.3');
    await field('costs.energy.amount').fill('60 %');
    await kept(page, /Gespeichert/);
    const [address, cookies] = [page.url(), await page.context().cookies()];
    await page.context().close();
    const context = await browser.newContext({ locale: 'de-DE', javaScriptEnabled: false });
    await context.addCookies(cookies);
    const bare = await context.newPage();
    await bare.goto(address);
    assert.equal(await bare.locator('[name="costs.energy.amount"]').inputValue(), '');
    assert.equal(await bare.locator('output.so-far').first().innerText(), '');
    await bare.locator('[name="costs.energy.amount"]').fill('60 %');
    await bare.locator('[name="costs.staff.amount"]').fill('40 %');
    await follow(bare, bare.locator('form#answers .actions button').first());
    assert.equal(await bare.locator('.error-summary').count(), 0);
});

// What the script adds to the pages of a questionnaire, each by what it does; without it the pages are whole, as the catalogue shows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, follow, launch, watch } from './browser.mjs';
import { startCatalogue } from './demo.mjs';

let browser;
let catalogue;
before(async () => { [browser, catalogue] = await Promise.all([launch(), startCatalogue()]); });
after(async () => { await browser.close(); await catalogue.stop(); });

/** A visitor of one company who has begun; `script` is changed before pages run theirs. */
async function begin(link, { locale = 'de-DE', script } = {}) {
    const context = await browser.newContext({ locale, viewport: { width: 320, height: 700 } });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const faults = watch(page, catalogue.addresses.web);
    if (script) await page.addInitScript(script);
    await page.goto(catalogue.addresses.links[link]);
    await follow(page, page.locator('main form button').first());
    const open = address => page.goto(page.url().replace(/[^/]+$/, address));
    return { page, faults, open };
}

const kept = (page, text) => page.locator('#kept', { hasText: text }).waitFor();
const field = (page, name) => page.locator(`[name="${name}"]`);

test('what was typed is kept without a button and is there after a reload', { timeout: 120_000 }, async () => {
    const { page, faults, open } = await begin(0);
    await open('times.2');
    await field(page, 'name').fill('Widget');
    await kept(page, /^Gespeichert um \d\d:\d\d$/); // After a pause, with the field still open.
    await field(page, 'name').fill('Widget 3000');
    await field(page, 'site').fill('keine');
    await field(page, 'site').blur();
    await kept(page, /noch nicht vollständig/);
    await page.reload();
    assert.equal(await field(page, 'name').inputValue(), 'Widget 3000');
    assert.equal(await field(page, 'site').inputValue(), '', 'what is not right yet waits for the button');
    await assertAccessible(page);
    // The button goes on with the marks of what was kept: nobody else was here.
    await field(page, 'name').fill('Widget 4000');
    await follow(page, page.locator('form#answers .actions button').first());
    assert.equal(await page.locator('.error-summary').count(), 0);
    assert.deepEqual(faults, []);
});

test('a lost connection and a failure are told calmly, and it is tried again', { timeout: 120_000 }, async () => {
    const { page, open } = await begin(0);
    await open('times.2');
    const context = page.context();
    await context.setOffline(true);
    await field(page, 'email').fill('a@example.com');
    await kept(page, /^Keine Verbindung\./);
    await assertAccessible(page);
    await context.setOffline(false); // The browser says so, and nobody has to touch the page.
    await kept(page, /^Gespeichert/);
    for (const [status, told] of [[500, /nicht gelungen/], [413, /kürzen Sie lange Texte/]]) {
        await page.route('**/times.2', route => route.fulfill({ status, contentType: 'text/html', body: '<p>no' }));
        await field(page, 'email').fill(`${status}@example.com`);
        await kept(page, told);
        await page.unroute('**/times.2');
        await field(page, 'email').fill(`not-${status}@example.com`);
        await kept(page, /^Gespeichert/);
        assert.equal(await page.locator('.kept--warning').count(), 0);
    }
});

test('a browser that has lost its access is told, and what is typed goes nowhere', { timeout: 120_000 }, async () => {
    const { page, open } = await begin(0);
    await open('times.2');
    await page.context().clearCookies();
    await field(page, 'email').fill('b@example.com');
    await kept(page, /keinen Zugang mehr/);
    assert.equal(await field(page, 'email').inputValue(), 'b@example.com');
});

test('a colleague’s answer is told and not overwritten, and the rest of the page is kept', { timeout: 120_000 }, async () => {
    const [one, two] = [await begin(1), await begin(1)];
    for (const { open } of [one, two]) await open('times.2');
    await field(one.page, 'name').fill('Meins');
    await kept(one.page, /^Gespeichert/);
    await field(two.page, 'name').fill('Deins');
    await kept(two.page, /Jemand anderes hat inzwischen geantwortet: „.+“: Meins\./);
    const [told, typed] = [await two.page.locator('#kept').boundingBox(), await field(two.page, 'name').boundingBox()];
    assert.ok(typed.y + typed.height <= told.y, 'it does not cover the field in which one types');
    await assertAccessible(two.page);
    await field(two.page, 'email').fill('zwei@example.com');
    await two.page.waitForResponse(answer => answer.status() === 409);
    await one.page.reload();
    assert.equal(await field(one.page, 'name').inputValue(), 'Meins');
    assert.equal(await field(one.page, 'email').inputValue(), 'zwei@example.com');
    await follow(two.page, two.page.locator('form#answers .actions button').first());
    assert.match(await two.page.locator('.kern-error').first().innerText(), /Meins/);
});

test('a file that is too large is told before it is sent', { timeout: 120_000 }, async () => {
    const { page, faults, open } = await begin(2);
    await open('groups.2');
    const input = page.locator('input[type=file]').first();
    const of = megabytes => ({ name: 'Bericht $& "1".pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(megabytes * 1024 * 1024 + 1, '%PDF-') });
    await input.setInputFiles(of(1));
    const told = page.locator('.files__refused').first();
    assert.match(await told.innerText(), /^Die Datei „Bericht \$& "1"\.pdf“ ist zu groß\. Möglich sind höchstens 1\sMB;/);
    assert.equal(await input.inputValue(), '');
    await assertAccessible(page);
    await input.setInputFiles(of(0));
    assert.equal(await told.innerText(), '');
    assert.deepEqual(faults, []);
});

test('a long list is searched by keyboard: words, codes, umlauts', { timeout: 120_000 }, async () => {
    const { page, faults, open } = await begin(2);
    await open('choices');
    await page.locator('[name=exports][value=yes]').check({ force: true }); // Who exports is asked where to.
    await kept(page, /^Gespeichert/);
    await open('choices.2');
    const search = page.getByRole('combobox', { name: 'In welches Land vor allem?' });
    const options = page.getByRole('option');
    const type = async text => { await search.fill(''); await search.pressSequentially(text); };
    await search.focus();
    for (const [typed, found] of [['österr', 'Österreich'], ['osterr', 'Österreich'], ['oesterr', 'Österreich'], ['AT', 'Österreich'], ['königreich', 'Vereinigtes Königreich']]) {
        await type(typed);
        assert.ok((await options.allInnerTexts()).includes(found), `${typed}: ${await options.allInnerTexts()}`);
    }
    await type('re');
    assert.match((await options.first().innerText()), /^Re|^Ré/, 'what begins so comes first');
    await type('xyz');
    assert.equal(await page.locator('.search__told').innerText(), 'Kein Eintrag gefunden');
    await type('frankr');
    await assertAccessible(page);
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.locator(`[id="${await search.getAttribute('aria-activedescendant')}"]`).innerText(), 'Frankreich');
    await page.keyboard.press('Enter');
    assert.deepEqual([await search.inputValue(), await field(page, 'country').inputValue(), await search.getAttribute('aria-expanded')], ['Frankreich', 'FR', 'false']);
    await type('Atlantis');
    await page.keyboard.press('Tab');
    assert.deepEqual([await search.inputValue(), await page.locator('.search__told').innerText()], ['Frankreich', 'Das steht nicht in der Liste. Bitte wählen Sie einen Eintrag aus.']);
    await kept(page, /Gespeichert/);
    await page.reload();
    assert.equal(await search.inputValue(), 'Frankreich');
    assert.deepEqual(faults, []);
});

for (const [locale, half, sum, right] of [['de-DE', '1.020,5', 'Bisher 1.020,5 %, das sind 920,5 % zu viel.', '100 %, das passt.'],
    ['en-GB', '1,020.5', '1,020.5 % so far, 920.5 % too much.', '100 %, that is right.']]) {
    test(`totals count along in ${locale}`, { timeout: 120_000 }, async () => {
        const { page, open } = await begin(2, { locale });
        const language = locale.slice(0, 2);
        if (await page.getAttribute('html', 'lang') !== language) await follow(page, page.locator(`.languages button[value=${language}]`));
        await open('numbers.3');
        const told = text => page.locator('output.so-far', { hasText: text }).waitFor();
        await field(page, 'costs.energy.amount').fill(half);
        await told(sum);
        await field(page, 'costs.energy.amount').fill(half.slice(-4)); // 20,5
        await field(page, 'costs.staff.amount').fill(half.slice(-4));
        await told(locale === 'de-DE' ? 'Bisher 41 %, es fehlen noch 59 %.' : '41 % so far, 59 % still missing.');
        await field(page, 'costs.rest.amount').fill('59');
        await told(right);
        await assertAccessible(page);
    });
}

test('the end of the round is told ten minutes before and when it comes', { timeout: 120_000 }, async () => {
    // The visitor's clock stands still and is moved by hand; that it is wrong does not matter.
    const { page, open } = await begin(0, { script: () => { const real = Date.now; window.ahead = 0; Date.now = () => real() + window.ahead - 9e9; } });
    await open('times');
    const closing = page.locator('#closing');
    const left = await closing.evaluate(({ dataset }) => dataset.at - dataset.now);
    const wait = async before => { await page.evaluate(ahead => { window.ahead = ahead; document.dispatchEvent(new Event('visibilitychange')); }, left - before); };
    await wait(11 * 60_000);
    assert.ok(await closing.isHidden());
    await wait(9 * 60_000);
    assert.match(await closing.innerText(), /schließt um \d\d:\d\d Uhr, in weniger als zehn Minuten/);
    await assertAccessible(page);
    await wait(-1_000);
    assert.match(await closing.innerText(), /geschlossen worden/);
});

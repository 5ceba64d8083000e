// What the script adds to the pages of a questionnaire, each by what it does; without it the pages are whole, as the catalogue shows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, follow, launch } from './browser.mjs';
import { startCatalogue } from './demo.mjs';
import { kept, visit } from './visit.mjs';

let browser;
let catalogue;
before(async () => { [browser, catalogue] = await Promise.all([launch(), startCatalogue()]); });
after(async () => { await browser.close(); await catalogue.stop(); });

/** A visitor of one company who has begun; `script` is changed before pages run theirs. */
const begin = (link, settings) => visit(browser, catalogue.addresses, link, settings);

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

test('a failure is told calmly, and it is tried again', { timeout: 120_000 }, async () => {
    const { page, open } = await begin(0);
    await open('times.2');
    await page.context().setOffline(true);
    await field(page, 'email').fill('a@example.com');
    await kept(page, /nicht gelungen/);
    await page.context().setOffline(false);
    await field(page, 'email').blur();
    await kept(page, /^Gespeichert/);
});

test('a colleague’s answer is told and not overwritten', { timeout: 120_000 }, async () => {
    const [one, two] = [await begin(1), await begin(1)];
    for (const { open } of [one, two]) await open('times.2');
    await field(one.page, 'name').fill('Meins');
    await kept(one.page, /^Gespeichert/);
    await field(two.page, 'name').fill('Deins');
    await kept(two.page, /Jemand anderes/);
    await one.page.reload();
    assert.equal(await field(one.page, 'name').inputValue(), 'Meins');
    await follow(two.page, two.page.locator('form#answers .actions button').first());
    assert.match(await two.page.locator('.kern-error').first().innerText(), /Meins/);
});

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

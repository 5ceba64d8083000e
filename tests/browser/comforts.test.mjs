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

/** Lets a post reach the server and be taken there; what the page hears of it is another matter. */
async function arrive(route) {
    // What the driver sends on its own it sends without saying where the page is from, which is refused.
    const headers = { ...await route.request().allHeaders(), origin: catalogue.addresses.web };
    const answer = await route.fetch({ headers, maxRedirects: 0 });
    assert.ok(answer.status() < 400, `it is taken, not answered by ${answer.status()}`);
}

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
    const again = await begin(0);
    await again.open('times.2');
    assert.notEqual(await field(again.page, 'email').inputValue(), 'b@example.com');
});

test('a save whose answer is lost, a stopped button and a closed tab lose nothing', { timeout: 120_000 }, async () => {
    const { page, open } = await begin(2);
    await open('times.2');
    /** The next save by `way` arrives, and the page hears `answer` of it. */
    const lose = async (way, answer) => {
        let isLost = false;
        await page.route('**/times.2', async route => {
            if (isLost || !(route.request().postData() ?? '').includes(`.do=${way}`)) return route.fallback();
            isLost = true;
            await arrive(route);
            return answer(route);
        });
    };
    await lose('keep', route => route.abort('connectionreset'));
    await field(page, 'name').fill('Eins');
    await kept(page, /^Keine Verbindung/);
    await field(page, 'name').fill('Eins und zwei');
    await kept(page, /^Gespeichert/);
    assert.equal(await page.locator('.kept--warning').count(), 0);

    // No content leaves a page where it is, as does whoever stops loading; one types on.
    await lose('continue', route => route.fulfill({ status: 204 }));
    await field(page, 'name').fill('Drei');
    await Promise.all([page.waitForResponse(answer => answer.status() === 204), page.locator('form#answers .actions button').first().click({ noWaitAfter: true })]);
    const saved = page.waitForResponse(answer => answer.status() === 200 && answer.request().method() === 'POST');
    await field(page, 'name').fill('Drei und vier');
    await saved;
    await kept(page, /^Gespeichert/);

    // A save is on its way when the tab is closed.
    await page.route('**/times.2', route => new Promise(done => setTimeout(done, 1500)).then(() => route.continue()), { times: 1 });
    await field(page, 'name').fill('Vier');
    await Promise.all([page.waitForRequest('**/times.2'), field(page, 'name').blur()]);
    await field(page, 'name').fill('Vier und fünf');
    await page.evaluate(() => { Object.defineProperty(document, 'hidden', { value: true }); document.dispatchEvent(new Event('visibilitychange')); });
    await page.waitForTimeout(300);
    await page.close();
    const again = await begin(2);
    await again.open('times.2');
    assert.equal(await field(again.page, 'name').inputValue(), 'Vier und fünf');
});

test('however often the button’s save is stopped, what it stored is told as nobody else’s', { timeout: 120_000 }, async () => {
    const { page, open } = await begin(2);
    await open('times.2');
    const before = page.url();
    await page.route('**/times.2', async route => {
        if (!(route.request().postData() ?? '').includes('.do=continue')) return route.fallback();
        await arrive(route);
        return route.fulfill({ status: 204 });
    });
    const enter = async text => {
        await field(page, 'name').fill(text);
        await field(page, 'name').press('Enter');
    };
    for (const text of ['Fünf', 'Sechs', 'Sieben', 'Acht', 'Neun']) {
        await Promise.all([page.waitForResponse(answer => answer.status() === 204), enter(text)]);
    }
    await page.unroute('**/times.2');
    await Promise.all([page.waitForEvent('load'), enter('Zehn')]);
    assert.equal(await page.locator('.error-summary').count(), 0);
    assert.notEqual(page.url(), before);
});

test('a page that was refused is loaded again with what was kept since', { timeout: 120_000 }, async () => {
    const { page, faults, open } = await begin(1);
    await open('times.2');
    await field(page, 'phone').fill('0611 1');
    await field(page, 'site').fill('keine');
    await follow(page, page.locator('form#answers .actions button').first());
    assert.equal(await page.locator('.error-summary li').count(), 1);
    await page.reload(); // Nothing is newer than what was sent, which says what is to be mended.
    assert.equal(await field(page, 'site').inputValue(), 'keine');
    await field(page, 'phone').fill('0611 2');
    await kept(page, /^Gespeichert/);
    await page.reload();
    assert.equal(await field(page, 'phone').inputValue(), '0611 2');
    await field(page, 'phone').fill('0611 3');
    await follow(page, page.locator('form#answers .actions button').first());
    assert.equal(await page.locator('.error-summary').count(), 0);
    assert.deepEqual(faults, []);
});

test('a colleague’s answer is told and not overwritten, and the rest of the page is kept', { timeout: 120_000 }, async () => {
    const [one, two] = [await begin(1), await begin(1)];
    for (const { open } of [one, two]) await open('times.2');
    await field(one.page, 'name').fill('Meins');
    await kept(one.page, /^Gespeichert/);
    await field(two.page, 'name').fill('Deins');
    await kept(two.page, /von jemand anderem oder in einem anderen Fenster: „.+“: Meins\./);
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

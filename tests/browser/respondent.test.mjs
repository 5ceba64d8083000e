// A respondent's round: without JavaScript, by keyboard alone, and with mistakes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, demo, follow, launch, watch } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const { links } = demo;
let next = 0;

/** A page of a new visitor, on a personal link that nobody has used. */
async function arrive(options = {}) {
    const context = await browser.newContext({ baseURL: demo.web, locale: 'de-DE', viewport: { width: 390, height: 844 }, ...options });
    const page = await context.newPage();
    const faults = watch(page);
    // What is said here is looked for in German; another suite imports a panel that changes what some contacts speak.
    do await page.goto(links[next++].url);
    while (await page.getAttribute('html', 'lang') !== 'de');
    return { page, faults };
}

const onward = page => page.locator('form#answers .actions button').first();

/** Whether the page is the last part of its address; a fragment stays behind a redirect. */
const isAt = (page, last) => new URL(page.url()).pathname.endsWith(`/${last}`);

/** Fills in what is seen: the first option, a number, some words. */
async function fillIn(page) {
    const radios = await page.$$eval('form#answers input[type=radio]', inputs => [...new Set(inputs.map(input => input.name))]);
    for (const name of radios) {
        const first = page.locator(`input[type=radio][name="${name}"]`).first();
        if (await first.isVisible()) await first.check({ force: true }); // KERN lays the label over the button
    }
    for (const field of await page.locator('form#answers input[inputmode]').all()) {
        if (await field.isVisible()) await field.fill('12');
    }
    for (const field of await page.locator('form#answers textarea').all()) {
        if (await field.isVisible()) await field.fill('Kürzere Genehmigungen, bitte.');
    }
}

test('a whole round without JavaScript, every page accessible', { timeout: 600_000 }, async () => {
    // The pages run without scripts; axe needs them, so a second visitor with scripts looks at the same addresses.
    const { page, faults } = await arrive({ javaScriptEnabled: false });
    await follow(page, page.locator('main form button').first());
    let pages = 0;
    while (!isAt(page, 'check')) {
        assert.ok((pages += 1) < 40, 'the questionnaire does not end');
        await page.waitForSelector('form#answers');
        for (const radio of await page.locator('form#answers fieldset input[type=radio]:first-of-type').all()) {
            if (await radio.isVisible()) await radio.check({ force: true });
        }
        await follow(page, onward(page));
    }
    await follow(page, page.locator('form[action$="/submit"] button'));
    assert.ok(isAt(page, 'receipt'), page.url());
    assert.deepEqual(faults, []);
});

test('every page of a response is accessible, the error state too', { timeout: 600_000 }, async () => {
    const { page, faults } = await arrive();
    await assertAccessible(page);
    await follow(page, page.locator('main form button').first());
    let hasErred = false;
    for (let pages = 0; !isAt(page, 'check'); pages += 1) {
        assert.ok(pages < 40, 'the questionnaire does not end');
        await fillIn(page);
        const number = page.locator('form#answers input[inputmode]').first();
        if (!hasErred && await number.count() > 0 && await number.isVisible()) {
            await number.fill('viele');
            await follow(page, onward(page));
            assert.match(await page.title(), /^Fehler/);
            assert.equal(await number.inputValue(), 'viele', 'what was typed is kept');
            await assertAccessible(page);
            await number.fill('12');
            hasErred = true;
        }
        await assertAccessible(page);
        await follow(page, onward(page));
    }
    assert.ok(hasErred, 'no page takes a number');
    await assertAccessible(page);
    await follow(page, page.locator('form[action$="/submit"] button'));
    assert.ok(isAt(page, 'receipt'), page.url());
    await assertAccessible(page);
    await page.goto(new URL(page.url()).pathname.replace('receipt', 'answers'));
    await assertAccessible(page);
    assert.deepEqual(faults, []);
});

test('by keyboard alone', { timeout: 300_000 }, async () => {
    const { page } = await arrive({ viewport: { width: 1280, height: 900 } });
    const focused = () => page.evaluate(() => {
        const { activeElement: element } = document;
        return { tag: element.tagName, type: element.type, name: element.name, value: element.value, inMain: !!element.closest('main') };
    });
    const tabTo = async (what, isThere) => {
        for (let presses = 0; presses < 60; presses += 1) {
            await page.keyboard.press('Tab');
            const element = await focused();
            if (isThere(element)) return element;
        }
        assert.fail(`${what} is not reached by Tab`);
    };
    await page.keyboard.press('Tab');
    assert.match(await page.evaluate(() => document.activeElement.getAttribute('href')), /^#/, 'the skip link comes first');
    await tabTo('the button that begins', ({ tag, inMain }) => tag === 'BUTTON' && inMain);
    await Promise.all([page.waitForURL(/\/respond\//), page.keyboard.press('Enter')]);
    const before = page.url();
    const first = await tabTo('the first question', ({ type }) => type === 'radio');
    await page.keyboard.press('Space');
    assert.ok(await page.locator(`input[name="${first.name}"]:checked`).count() === 1);
    await page.keyboard.press('ArrowDown');
    assert.notEqual(await page.locator(`input[name="${first.name}"]:checked`).inputValue(), first.value);
    await tabTo('the way on', ({ name, value }) => name === '.do' && value === 'continue');
    await Promise.all([page.waitForURL(url => url.href !== before), page.keyboard.press('Enter')]);
    assert.notEqual(page.url(), before);
});

test('another device goes on where the first left off', async () => {
    const { page } = await arrive();
    const link = links[next - 1].url;
    await follow(page, page.locator('main form button').first());
    await fillIn(page);
    await follow(page, onward(page));
    const reached = new URL(page.url()).pathname;
    const other = await (await browser.newContext({ baseURL: demo.web, locale: 'de-DE' })).newPage();
    await other.goto(link);
    await follow(other, other.locator('main form button').first());
    assert.equal(new URL(other.url()).pathname, reached);
});

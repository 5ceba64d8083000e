// Ways into a response and out of it: a colleague, an exit. Every page accessible, error states too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, demo, follow, launch, watch } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// From the end: other suites take links from the beginning.
let last = demo.links.length;

async function visitor(options = {}) {
    const context = await browser.newContext({ baseURL: demo.web, locale: 'de-DE', viewport: { width: 390, height: 844 }, ...options });
    const page = await context.newPage();
    return { page, faults: watch(page) };
}

async function arrive(options) {
    const arrived = await visitor(options);
    // The page speaks the language of the contact, and some have answered already: the next one that begins in German.
    do await arrived.page.goto(demo.links[last -= 1].url);
    while (await arrived.page.getByRole('button', { name: /Beginnen|Weiter/ }).count() === 0);
    return arrived;
}

const press = (page, label) => follow(page, page.getByRole('button', { name: label }));
const isAt = (page, end) => new URL(page.url()).pathname.endsWith(`/${end}`);

/** The link in the mail to an address, once it has gone out. */
async function linkTo(page, address) {
    for (let tries = 0; tries < 100; tries += 1) {
        await page.goto('/dev/mailbox');
        const row = page.locator('tr', { hasText: address });
        if (await row.count() === 0) {
            await page.waitForTimeout(200);
            continue;
        }
        await row.getByRole('link').first().click();
        return (await page.locator('main').innerText()).match(/https?:\/\/\S+\/c\/\S+/)[0];
    }
    assert.fail(`no mail to ${address} came`);
}

test('a section goes to a colleague and back', { timeout: 600_000 }, async () => {
    const { page, faults } = await arrive();
    await press(page, /Beginnen|Weiter/);
    await press(page, 'Abschnitt an jemanden im Unternehmen geben');
    await assertAccessible(page);
    await page.getByLabel('E-Mail-Adresse').fill('kein at zeichen');
    await press(page, 'E-Mail mit Link senden');
    assert.match(await page.title(), /^Fehler/);
    await assertAccessible(page);
    const address = `kollegin${last}@betrieb.example`;
    await page.getByLabel('E-Mail-Adresse').fill(address);
    await page.getByLabel('Name', { exact: true }).fill('Ayşe Demir');
    await press(page, 'E-Mail mit Link senden');
    assert.match(await page.locator('#handed').innerText(), /Ayşe Demir/);
    await assertAccessible(page);

    const { page: theirs, faults: others } = await visitor();
    await theirs.goto(await linkTo(theirs, address));
    await assertAccessible(theirs);
    await press(theirs, 'Beginnen');
    await theirs.locator('form#answers input[type=radio]').first().check({ force: true });
    for (let pages = 0; !isAt(theirs, 'done'); pages += 1) {
        assert.ok(pages < 20, 'the section does not end');
        await follow(theirs, theirs.locator('form#answers .actions button').first());
    }
    await assertAccessible(theirs);
    await press(theirs, 'Abschnitt ist erledigt');
    await assertAccessible(theirs);

    await page.reload();
    assert.match(await page.locator('#handed').innerText(), /Erledigt/);
    await press(page, /Link zurückziehen/);
    await theirs.reload();
    assert.match(await theirs.locator('h1').innerText(), /nicht gültig/);
    // The page of a link that was taken back is answered with 404, which the browser notes.
    assert.deepEqual([faults, others.filter(fault => !fault.includes('404'))], [[], []]);
});

test('two people on one page see both answers', { timeout: 600_000 }, async () => {
    const { page: one } = await arrive();
    const { page: two } = await visitor();
    await two.goto(one.url());
    for (const page of [one, two]) await press(page, /Beginnen|Weiter/);
    const options = page => page.locator('form#answers input[type=radio]');
    await options(one).nth(0).check({ force: true });
    await follow(one, one.locator('form#answers .actions button').first());
    await options(two).nth(1).check({ force: true });
    await follow(two, two.locator('form#answers .actions button').first());
    assert.match(await two.locator('.kern-error').first().innerText(), /von jemand anderem oder in einem anderen Fenster/);
    assert.ok(await options(two).nth(1).isChecked(), 'the own answer is kept');
    await assertAccessible(two);
});

test('not responsible, and somebody else is asked', { timeout: 600_000 }, async () => {
    const { page, faults } = await arrive();
    await follow(page, page.getByRole('link', { name: /Nicht zuständig/ }));
    await assertAccessible(page);
    await press(page, 'Mitteilen');
    assert.match(await page.title(), /^Fehler/);
    await assertAccessible(page);
    await page.getByLabel('Jemand anderes im Unternehmen ist zuständig').check({ force: true });
    await page.getByLabel('E-Mail-Adresse').fill(`chefin${last}@betrieb.example`);
    await press(page, 'Mitteilen');
    assert.match(await page.locator('main').innerText(), /erhält einen Link/);
    await assertAccessible(page);
    await follow(page, page.getByRole('link', { name: 'Zurück zur Startseite' }));
    assert.match(await page.locator('main').innerText(), /Sie hatten mitgeteilt/);
    await assertAccessible(page);
    assert.deepEqual(faults.filter(fault => !fault.includes('422')), []);
});

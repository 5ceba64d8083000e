// Every kind of question: answered with and without JavaScript on the smallest screen, looked at with mistakes and doubts, and by keyboard alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, follow, launch, watch } from './browser.mjs';
import { startCatalogue } from './demo.mjs';

let browser;
let catalogue;
before(async () => { [browser, catalogue] = await Promise.all([launch(), startCatalogue()]); });
after(async () => { await browser.close(); await catalogue.stop(); });

/** What each field is answered with, by its name: a text, or the values to tick. */
const answers = {
    situation: ['poor'], reason: 'Zu wenig los.\nUnd teuer.', reliable: ['a'], energy: ['other'], 'energy.other': 'Biogas', exports: ['yes'],
    country: 'FR', carrier: 'other', 'carrier.other': 'Drohne', obstacles: ['staff', 'energy', 'demand', 'other'], 'obstacles.other': 'Hochwasser',
    'worst.1': 'demand', 'worst.2': 'staff', service: ['4'], effort: ['2'], recommend: ['9'], remote: '40',
    'outlook.orders': ['fair'], 'outlook.abroad': ['good'], 'channels.customers.options': ['mail', 'event'],
    employees: '120', trainees: '12', turnover: '1.250.000,50', abroad: '12,5',
    'costs.energy.amount': '20', 'costs.staff.amount': '50', 'costs.rest.amount': '30',
    'sites_table.works.people': '70', 'sites_table.office.people': '40', 'sites_table.abroad.people': '10', 'sites_table.works.state': 'good',
    'sites_table.works.has': ['canteen'], 'sites_table.works.since': '1987', 'sites_table.office.remark': 'neu', 'preference.1': 'clarity',
    founded: '1987-05-01', next_month: '11/2026', best_quarter: 'Q4 2026', first_year: '1999', opens: '7:30',
    'downtime.hours': '2', 'downtime.minutes': '30', name: 'Widget 3000', email: 'a@example.com', site: 'www.example.com', phone: '0611 123456',
    comment: 'Alles gut.', 'sites.1.place': 'Kassel', 'sites.1.kind': ['works'], 'sites.1.shifts': '2', 'sites.1.people': '80',
    'sites.2.place': 'Fulda', 'sites.2.kind': ['office'], 'sites.2.people': '40', all_people: ['yes'], terms: ['yes'], for_industry: ['yes'],
    report: { name: 'Bericht.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }, about_report: 'Unser Jahr',
};
/** What is wrong on a page, and what the page says to it. */
const mistakes = {
    choices: [{}, /beantworten Sie diese Frage/],
    numbers: [{ employees: 'viele' }, /eine Zahl ein/],
    'numbers.3': [{ 'costs.energy.amount': '20' }, /es müssen 100 sein/],
    tables: [{ 'sites_table.works.people': '5', 'sites_table.works.since': '87' }, /Jahr mit vier Ziffern/],
    times: [{ next_month: 'bald', opens: 'früh' }, /zum Beispiel 11\/2026/],
    groups: [{ 'sites.1.people': '5' }, /füllen Sie dieses Feld aus/],
    'groups.2': [{ terms: ['yes'], report: { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('kein PDF') } }, /ist keine PDF-Datei/],
};

async function arrive(link, options = {}, { addresses } = catalogue) {
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 320, height: 700 }, ...options });
    const page = await context.newPage();
    const faults = watch(page, addresses.web);
    await page.goto(addresses.links[link]);
    return { page, faults };
}

const at = page => new URL(page.url()).pathname.split('/').pop();
const onward = page => page.locator('form#answers .actions button').first();
const fields = page => page.$$eval('form#answers [name]:not([type=hidden], button)', all => [...new Set(all.map(field => field.name))]);

async function fill(page, name, answer) {
    if (Array.isArray(answer)) {
        for (const value of answer) {
            const choice = page.locator(`[name="${name}"][value="${value}"]`);
            if (await choice.count() > 0) await choice.check({ force: true }); // The label lies over the button.
        }
        return;
    }
    if (answer.buffer) {
        const isThere = await page.locator(`[name="${name}"][type=hidden]`).count() > 0;
        if (!isThere) await page.locator(`[name="${name}"][type=file]`).setInputFiles(answer);
        return;
    }
    const field = page.locator(`[name="${name}"]`).first();
    const search = page.locator(`[role=combobox][id="${name}"]`); // What the script makes of a long list.
    if (await search.count() > 0) {
        await search.fill(answer);
        await search.press('Enter');
    }
    if (!await field.isVisible()) return;
    await (await field.evaluate(element => element.tagName) === 'SELECT' ? field.selectOption(answer) : field.fill(answer));
}

/** Answers what the page asks; words of one's own come into sight once their option is chosen. */
async function answer(page, given = answers) {
    for (let round = 0; round < 2; round += 1) {
        for (const name of await fields(page)) if (name in given) await fill(page, name, given[name]);
    }
}

/** Goes through all sections from their list, and calls `look` on every page before it is answered. */
async function walk(page, look = () => {}) {
    await follow(page, page.locator('main form button').first());
    assert.equal(at(page), 'overview');
    const sections = await page.locator('.task a').count();
    const seen = new Set();
    for (let section = 0; section < sections; section += 1) {
        await follow(page, page.locator('.task a').nth(section));
        for (let pages = 0; at(page) !== 'overview'; pages += 1) {
            assert.ok(pages < 20, `${page.url()} does not lead on`);
            const isNew = !seen.has(page.url());
            seen.add(page.url());
            if (isNew) await look(page);
            await answer(page);
            if (at(page) === 'groups' && await page.locator('[name="sites.2.place"]').count() === 0) {
                await follow(page, page.locator('button[name=".add"]'));
                continue;
            }
            await follow(page, onward(page));
        }
    }
    return seen;
}

for (const javaScriptEnabled of [false, true]) test(`the whole catalogue ${javaScriptEnabled ? 'with' : 'without'} JavaScript at 320 pixels`, { timeout: 600_000 }, async t => {
    const served = javaScriptEnabled ? await startCatalogue() : catalogue; // There are three links only.
    if (javaScriptEnabled) t.after(served.stop);
    const { page, faults } = await arrive(0, { javaScriptEnabled }, served);
    await walk(page);
    assert.deepEqual([...new Set(await page.locator('.task__status').allInnerTexts())], ['fertig']);
    await follow(page, page.locator('main .actions a').first());
    const said = (await page.locator('main').innerText()).replace(/\u00a0/g, ' ');
    for (const expected of ['andere: Biogas', 'Frankreich', 'anders: Drohne', 'Sonstiges: Hochwasser', '120 Personen', '10,0 %', '1.250.000,50', '70 Personen',
        '01.05.1987', 'Q4 2026', '2 Std. 30 Min.', 'Ort Fulda', 'Bericht.pdf']) {
        assert.ok(said.includes(expected), `${expected} is not among: ${said}`);
    }
    await follow(page, page.locator('form[action$="/submit"] button'));
    assert.equal(at(page), 'receipt');
    assert.match(await page.locator('main').innerText(), /den ganzen Katalog/);
    assert.deepEqual(faults, []);
});

test('every page is accessible, with mistakes and doubts too', { timeout: 1_200_000 }, async () => {
    const { page, faults } = await arrive(1);
    const erred = new Set();
    await walk(page, async () => {
        await assertAccessible(page);
        const mistake = mistakes[at(page)];
        if (!mistake || erred.has(at(page))) return;
        erred.add(at(page));
        await answer(page, mistake[0]);
        await follow(page, onward(page));
        assert.match(await page.title(), /^Fehler/);
        assert.match(await page.locator('.error-summary').innerText(), mistake[1]);
        await assertAccessible(page);
    });
    assert.deepEqual([...erred].sort(), Object.keys(mistakes).sort());
    await assertAccessible(page);
    await page.goto(page.url().replace('overview', 'numbers'));
    await page.fill('[name=employees]', '9000');
    await follow(page, onward(page));
    assert.match(await page.locator('.doubts').innerText(), /Stimmt das so/);
    await assertAccessible(page);
    await page.goto(page.url().replace('numbers', 'check'));
    await assertAccessible(page);
    await follow(page, page.locator('.languages button[value=pl]'));
    assert.equal(await page.getAttribute('html', 'lang'), 'pl');
    await assertAccessible(page);
    assert.deepEqual(faults, []);
});

test('grades, lists, tables and groups by keyboard alone', { timeout: 300_000 }, async () => {
    const { page } = await arrive(2, { viewport: { width: 1280, height: 900 } });
    await follow(page, page.locator('main form button').first());
    const open = async address => page.goto(page.url().replace(/[^/]+$/, address));
    const tabTo = async name => {
        for (let presses = 0; presses < 80; presses += 1) {
            await page.keyboard.press('Tab');
            if (await page.evaluate(() => document.activeElement.name) === name) return;
        }
        assert.fail(`${name} is not reached by Tab`);
    };
    await open('tables');
    await tabTo('sites_table.works.people');
    await page.keyboard.type('12');
    await tabTo('sites_table.works.state');
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.inputValue('[name="sites_table.works.state"]'), 'good');
    await tabTo('sites_table.works.has');
    await page.keyboard.press('Space');
    assert.ok(await page.isChecked('[name="sites_table.works.has"][value=canteen]'));
    await open('groups');
    await tabTo('sites.1.place');
    await page.keyboard.type('Kassel');
    await tabTo('.add');
    await Promise.all([page.waitForURL(/add=sites/), page.keyboard.press('Enter')]);
    assert.equal(await page.inputValue('[name="sites.1.place"]'), 'Kassel');
    await tabTo('.remove');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    assert.equal(await page.locator('.item').count(), 1);
});

test('Enter in a field goes on, in the language that was chosen', async t => {
    const served = await startCatalogue();
    t.after(served.stop);
    for (const [link, javaScriptEnabled] of [false, true].entries()) {
        const { page, faults } = await arrive(link, { javaScriptEnabled }, served);
        await follow(page, page.locator('.languages button[value=en]'));
        await follow(page, page.locator('main form button').first());
        await page.goto(page.url().replace('overview', 'numbers'));
        await page.fill('[name=employees]', '120');
        await Promise.all([page.waitForURL(/numbers\.2$/), page.press('[name=employees]', 'Enter')]);
        assert.equal(await page.getAttribute('html', 'lang'), 'en');
        assert.deepEqual(faults, []);
    }
});

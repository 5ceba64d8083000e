// A survey of LimeSurvey in five languages, taken over and answered to the receipt without JavaScript in each of them. The survey is
// LimeSurvey's own sample, where it lies beside the project; else one of ours with the same languages.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { follow, launch, watch } from './browser.mjs';
import { program, startCatalogue } from './demo.mjs';

const theirs = new URL('../../../shared/data/instruments/limesurvey/ls6_sample_survey_multilingual_fr_de_en_it_ru.lss', import.meta.url).pathname;
const ours = new URL('../fixtures/five_languages.lss', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'rundfrage-limesurvey-'));
const questionnaire = join(folder, 'survey.yaml');

let browser;
before(async () => {
    execFileSync(program(), ['questionnaire', 'convert', existsSync(theirs) ? theirs : ours, questionnaire], { stdio: 'pipe' });
    browser = await launch();
});
after(async () => { await browser.close(); rmSync(folder, { recursive: true, force: true }); });

/** What is tried in turn where a page complains: its questions want numbers, addresses and dates of unknown bounds. */
const numbers = ['3', '10', '1', '25', '100', '5'];
const words = ['Wort', 'a@example.org', '12345', '2026', '11/2026', ''];
const dates = ['2026-06-15', '2010-06-15', '2005-06-15', '1990-06-15', '2015-06-15', '2020-01-15'];

/** What one typed field is given at the `tries`-th time. */
async function typed(field, type, tries) {
    if (type === 'date') return dates[tries % dates.length];
    if (type === 'number') return String(Math.max(Number(await field.getAttribute('min')), 1) + (tries % 3));
    if (type === 'email') return 'a@example.org';
    const isNumber = ['numeric', 'decimal'].includes(await field.getAttribute('inputmode'));
    return (isNumber ? numbers : words)[tries % words.length];
}

/** Chooses an entry that no other list of the page has: ranks must differ. */
async function choose(page, list) {
    if (await list.inputValue() !== '') return;
    const options = await list.locator('option').evaluateAll(all => all.map(option => option.value).filter(Boolean));
    const taken = await page.$$eval('form#answers select', lists => lists.map(one => one.value));
    const free = options.find(option => !taken.includes(option)) ?? options[0];
    if (free) await list.selectOption(free);
}

async function answer(page, { name, type }, tries) {
    const all = page.locator(`form#answers [name="${name}"]`);
    const hasNone = await page.locator(`form#answers [name="${name}"]:checked`).count() === 0;
    if (!await all.first().isVisible()) return;
    if (type === 'radio') {
        if (hasNone) await all.nth(tries % await all.count()).check({ force: true });
    } else if (type === 'checkbox') {
        for (let box = 0; hasNone && !name.endsWith('.dont_know') && box < Math.min(1 + tries % 4, await all.count()); box += 1) await all.nth(box).check({ force: true });
    } else if (type === 'select-one') {
        await choose(page, all.first());
    } else if (await all.first().inputValue() === '' || await page.locator(`[id="${name}-problem"]`).count() > 0) {
        await all.first().fill(await typed(all.first(), type, tries));
    }
}

/** The names and types of the fields of a page. */
const fields = page => page.$$eval('form#answers :is(input, select, textarea):not([type=hidden])', all =>
    [...new Map(all.map(({ name, type }) => [name, { name, type }])).values()]);

/** Answers page after page until there is nothing more to answer; returns how many there were. */
async function walk(page) {
    for (let pages = 0, tries = 0; tries < 12; tries += 1) {
        for (const field of await fields(page)) await answer(page, field, tries);
        const before = page.url().split('?')[0];
        await follow(page, page.locator('form#answers .actions button[value=continue]'));
        if (page.url().split('?')[0] === before) continue;
        [pages, tries] = [pages + 1, -1];
        if (new URL(page.url()).pathname.endsWith('/check')) return pages;
    }
    throw new assert.AssertionError({ message: `${page.url()}: ${await page.locator('main').innerText()}` });
}

for (const language of ['de', 'en', 'fr', 'it', 'ru']) {
    test(`a survey of LimeSurvey without JavaScript in ${language}`, { timeout: 600_000 }, async t => {
        const survey = await startCatalogue(questionnaire);
        t.after(survey.stop);
        const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })).newPage();
        const faults = watch(page, survey.addresses.web);
        await page.goto(survey.addresses.links[0]);
        // Its German is "de-informal".
        const speaks = async () => (await page.getAttribute('html', 'lang')).split('-')[0] === language;
        if (!await speaks()) await follow(page, page.locator(`.languages button[value^=${language}]`));
        await follow(page, page.locator('main form button').first());
        const pages = await walk(page);
        await follow(page, page.locator('form[action$="/submit"] button'));
        assert.ok(page.url().endsWith('/receipt'), page.url());
        assert.ok(await speaks());
        console.log(`    ${language}: ${pages} pages`);
        assert.deepEqual(faults, []);
    });
}

// Long lists that are searched: what is typed is what is stored, and nothing is lost on the way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, follow, launch } from './browser.mjs';
import { startCatalogue } from './demo.mjs';
import { both, kept, questionnaire, visit } from './visit.mjs';

const options = (labels, code) => labels.map((label, at) => ({ code: code(at), ...both(label) }));
const towns = ['Höhe', 'Hohe', 'C++ (Entwicklung)', 'C# / .NET', 'Chor', 'Nr. 12', ...Array.from({ length: 80 }, (_, at) => `Beruf ${at}`)];
const file = questionnaire([{ id: 'lists', title: both('Listen'), questions: [
    { id: 'sites', type: 'dropdown', text: both('Wie viele?'), options: options(Array.from({ length: 15 }, (_, at) => at), at => String(at + 1)) },
    { id: 'town', type: 'dropdown', text: both('Welcher Beruf?'), options: options(towns, at => `t${at}`) },
] }, { id: 'end', title: both('Ende'), questions: [{ id: 'more', type: 'open_text', text: both('Mehr?') }] }]);

const UNKNOWN = 'Das steht nicht in der Liste. Bitte wählen Sie einen Eintrag aus.';
let browser;
let catalogue;
let lists;
before(async () => { [browser, catalogue, lists] = await Promise.all([launch(), startCatalogue(), startCatalogue(file)]); });
after(async () => { await browser.close(); await Promise.all([catalogue.stop(), lists.stop()]); });

async function search(link, settings) {
    const visitor = await visit(browser, lists.addresses, link, settings);
    await visitor.open('lists');
    const { page, field } = visitor;
    const of = name => page.locator(`.list:has([name="${name}"])`);
    const input = name => of(name).getByRole('combobox');
    const told = name => of(name).locator('.search__told').innerText();
    const found = async (name, text) => { await input(name).fill(text); return page.getByRole('option').allInnerTexts(); };
    const stored = name => field(name).inputValue();
    return { ...visitor, input, told, found, stored };
}

test('a long list is searched by keyboard: words, codes, umlauts', { timeout: 120_000 }, async () => {
    const { page, faults, open, field } = await visit(browser, catalogue.addresses, 2);
    await open('choices');
    await page.locator('[name=exports][value=yes]').check({ force: true }); // Who exports is asked where to.
    await kept(page, /^Gespeichert/);
    await open('choices.2');
    const input = page.getByRole('combobox', { name: 'In welches Land vor allem?' });
    const entries = page.getByRole('option');
    const type = async text => { await input.fill(''); await input.pressSequentially(text); };
    await input.focus();
    for (const [typed, found] of [['österr', 'Österreich'], ['osterr', 'Österreich'], ['oesterr', 'Österreich'], ['AT', 'Österreich'], ['königreich', 'Vereinigtes Königreich']]) {
        await type(typed);
        assert.ok((await entries.allInnerTexts()).includes(found), `${typed}: ${await entries.allInnerTexts()}`);
    }
    await type('re');
    assert.match((await entries.first().innerText()), /^Re|^Ré/, 'what begins so comes first');
    await type('xyz');
    assert.equal(await page.locator('.search__told').innerText(), 'Kein Eintrag gefunden');
    await type('frankr');
    await assertAccessible(page);
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.locator(`[id="${await input.getAttribute('aria-activedescendant')}"]`).innerText(), 'Frankreich');
    await page.keyboard.press('Enter');
    assert.deepEqual([await input.inputValue(), await field('country').inputValue(), await input.getAttribute('aria-expanded')], ['Frankreich', 'FR', 'false']);
    await type('Atlantis');
    await page.keyboard.press('Tab');
    assert.deepEqual([await input.inputValue(), await page.locator('.search__told').innerText()], ['Frankreich', UNKNOWN]);
    await kept(page, /Gespeichert/);
    await page.reload();
    assert.equal(await input.inputValue(), 'Frankreich');
    assert.deepEqual(faults, []);
});

test('what is typed in full is stored, its label before a code', { timeout: 120_000 }, async () => {
    const { page, input, found, stored } = await search(0);
    for (const key of ['Tab', 'Enter']) {
        for (const [name, typed, shown, code] of [['sites', '5', '5', '6'], ['sites', '15', '14', '15'], ['town', 'Hohe', 'Hohe', 't1'], ['town', 'hohe', 'Hohe', 't1'], ['town', 'hoehe', 'Höhe', 't0'], ['town', 't4', 'Chor', 't4']]) {
            await input(name).fill(typed);
            await page.keyboard.press(key);
            assert.deepEqual([await input(name).inputValue(), await stored(name)], [shown, code], `${typed} and ${key}`);
        }
    }
    assert.equal((await found('sites', '5'))[0], '5', 'the label comes before the code of another');
});

test('signs count, and nothing found is told', { timeout: 120_000 }, async () => {
    const { told, found } = await search(0);
    for (const typed of ['???', '.*', '\\', 'C+++', '#']) {
        assert.deepEqual([await found('town', typed), await told('town')], [[], 'Kein Eintrag gefunden'], typed);
    }
    for (const [typed, ...labels] of [['C++', 'C++ (Entwicklung)'], ['c#', 'C# / .NET'], ['.net', 'C# / .NET'], ['(', 'C++ (Entwicklung)'], ['Nr.12', 'Nr. 12'], ['nr 12', 'Nr. 12'], ['c', 'C++ (Entwicklung)', 'C# / .NET', 'Chor']]) {
        assert.deepEqual(await found('town', typed), labels, typed);
    }
});

test('a list that is cut short says so, and its ends lead back to the field', { timeout: 120_000 }, async () => {
    for (const [locale, text] of [['de-DE', 'Die ersten 50 von 80; tippen Sie weiter'], ['en-GB', 'The first 50 of 80; keep typing']]) {
        const { page, input, told, found } = await search(1, { locale });
        if (locale === 'en-GB') await follow(page, page.locator('.languages button[value=en]'));
        assert.equal((await found('town', 'Beruf')).length, 50);
        assert.equal(await told('town'), text);
        const active = () => input('town').getAttribute('aria-activedescendant');
        await page.keyboard.press('ArrowDown');
        assert.match(await active(), /option/);
        await page.keyboard.press('ArrowUp');
        assert.equal(await active(), null);
        assert.ok(await page.locator('.search__list:visible').evaluate(list => list.getBoundingClientRect().width <= innerWidth - 32));
    }
});

test('something unknown is told before the page goes on, by Enter and by a button', { timeout: 120_000 }, async () => {
    const { page, input, told, stored } = await search(2);
    const here = page.url();
    await input('town').fill('Atlantis');
    await page.keyboard.press('Enter');
    assert.deepEqual([await input('town').inputValue(), await told('town'), page.url()], ['Atlantis', UNKNOWN, here]);
    const button = page.locator('form#answers .actions button').first();
    await button.click();
    assert.deepEqual([await input('town').inputValue(), await told('town'), page.url()], ['', UNKNOWN, here]);
    assert.ok(await input('town').evaluate(input => input === document.activeElement));
    await input('town').fill('Beruf');
    await page.keyboard.press('Enter');
    assert.deepEqual([await input('town').inputValue(), await told('town'), await stored('town')], ['Beruf', UNKNOWN, '']);
    await input('town').fill('Beruf 7');
    await page.keyboard.press('Enter');
    await follow(page, button);
    assert.notEqual(page.url(), here, 'whoever has chosen goes on');
});

test('a button is pressed by the first click while a list is open', { timeout: 120_000 }, async () => {
    const { page, input } = await search(2, { viewport: { width: 320, height: 1000 } });
    const here = page.url();
    await input('town').fill('Chor');
    await page.locator('.search__list:visible').waitFor();
    const { x, y, width, height } = await page.locator('form#answers .actions button').first().boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForURL(url => url.href !== here);
});

// A walk through the console: import a panel, upload a questionnaire, create a survey and a round, launch it, take it back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { assertAccessible, demo, follow, launch, signIn, watch } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const example = name => new URL(`../../shared/examples/${name}`, import.meta.url).pathname;

test('from the import to the launch and back', { timeout: 600_000 }, async () => {
    const context = await browser.newContext({ baseURL: demo.web, locale: 'de-DE', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const faults = watch(page);
    await signIn(page);

    await page.goto('/console/panel/import');
    await page.setInputFiles('input[type=file]', example('panel/messy_excel.csv'));
    await follow(page, page.locator('form[enctype] button'));
    await page.locator('form[action$="/confirm"]').waitFor();
    assert.ok(await page.locator('table tbody tr').count() > 30, 'refused rows are listed');
    await assertAccessible(page);
    await follow(page, page.locator('form[action$="/confirm"] button'));

    await page.goto('/console/questionnaires/upload');
    await page.setInputFiles('input[type=file]', { name: 'bad.yaml', mimeType: 'text/yaml', buffer: Buffer.from('id: x\ntype: [\n') });
    await follow(page, page.locator('form[enctype] button'));
    assert.match(await page.title(), /^Fehler/);
    await assertAccessible(page);
    await page.setInputFiles('input[type=file]', new URL('../fixtures/five_languages.lss', import.meta.url).pathname);
    await follow(page, page.locator('form[enctype] button'));
    assert.match(await page.locator('main').innerText(), /stammt aus LimeSurvey/);
    await assertAccessible(page);
    await page.fill('[name=source]', 'id: x');
    await follow(page, page.locator('form[action$="/take-over"] button').first());
    assert.match(await page.title(), /^Fehler/);
    await assertAccessible(page);
    await page.goto('/console/questionnaires/upload');
    await page.setInputFiles('input[type=file]', example('questionnaires/location_and_society.yaml'));
    await follow(page, page.locator('form[enctype] button'));
    await page.waitForURL(/\/versions\//);
    await assertAccessible(page);
    // A version that breaks comparability is looked at first, here no further.
    const narrower = readFileSync(example('questionnaires/location_and_society.yaml'), 'utf8').replace('max: 9999', 'max: 99');
    await page.goto('/console/questionnaires/upload');
    await page.setInputFiles('input[type=file]', { name: 'narrower.yaml', mimeType: 'text/yaml', buffer: Buffer.from(narrower) });
    await follow(page, page.locator('form[enctype] button'));
    await page.locator('.panel-box summary').click();
    await page.locator('.panel-box td', { hasText: 'Weniger Antworten zugelassen' }).waitFor();
    await assertAccessible(page);

    await page.goto('/console/surveys/new');
    await follow(page, page.locator('form[action="/console/surveys/new"] button').last());
    assert.match(await page.title(), /^Fehler/);
    await assertAccessible(page);
    await page.fill('[name=title]', 'Standort und Gesellschaft');
    await page.fill('[name=code]', 'standort-neu');
    await page.selectOption('[name=questionnaire]', { index: 1 });
    await page.fill('[name=sender_name]', 'Industriedialog');
    await follow(page, page.locator('form[action="/console/surveys/new"] button').last());
    await page.waitForURL(/\/console\/surveys\/[0-9a-f-]{36}$/);
    await assertAccessible(page);

    await follow(page, page.locator('a[href$="/rounds/new"]'));
    await page.fill('[name=name]', '2099-Q4');
    await page.fill('[name=opens]', '2099-10-01T09:00');
    await page.fill('[name=closes]', '2099-10-22T18:00');
    await follow(page, page.locator('main form button').last());
    await page.waitForURL(/\/console\/rounds\//);
    await assertAccessible(page);

    const launchForm = page.locator('form[action$="/launch"]');
    await launchForm.locator('[name=recipients]').fill('1');
    await follow(page, launchForm.locator('button'));
    assert.match(await page.title(), /^Fehler/);
    await assertAccessible(page);
    const said = await page.locator('#launch').innerText();
    const recipients = said.match(/\d[\d.]*/g).map(number => number.replaceAll('.', '')).find(number => Number(number) > 300);
    await launchForm.locator('[name=recipients]').fill(recipients);
    await follow(page, launchForm.locator('button'));
    const undo = page.locator('form[action$="/undo"]');
    await undo.waitFor();
    await assertAccessible(page);
    await follow(page, undo.locator('button'));
    await launchForm.waitFor();
    assert.deepEqual(faults, []);
});

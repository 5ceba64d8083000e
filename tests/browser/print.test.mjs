// What leaves on paper: letters, one a sheet of A4.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demo, follow, launch, signIn } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** The pages of a PDF as Chromium writes it. */
const sheets = pdf => pdf.toString('latin1').match(/\/Type \/Page\b/g).length;

test('every letter is one sheet', { timeout: 120_000 }, async () => {
    const page = await (await browser.newContext({ baseURL: demo.web, locale: 'de-DE' })).newPage();
    await signIn(page);
    const rounds = await page.locator('a[href^="/console/rounds/"]').evaluateAll(links => links.map(link => link.getAttribute('href')));
    await page.goto(`${rounds.find(href => /rounds\/[0-9a-f-]{36}$/.test(href))}/letters`);
    await follow(page, page.locator('main form[method=get] button').first());
    await follow(page, page.locator('main form[method=post] button').first());
    const letters = await page.locator('article.sheet').count();
    assert.ok(letters > 10, `${letters} letters`);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.paper-bar').isVisible(), false);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.equal(sheets(pdf), letters);
});

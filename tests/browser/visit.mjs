// Somebody at a questionnaire on a phone, for the tests of what the script adds.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { follow, watch } from './browser.mjs';

/** A visitor of one company who has begun; `script` is changed before pages run theirs. */
export async function visit(browser, { web, links }, link, { script, ...settings } = {}) {
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 320, height: 700 }, ...settings });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const faults = watch(page, web);
    if (script) await page.addInitScript(script);
    await page.goto(links[link]);
    await follow(page, page.locator('main form button').first());
    const open = address => page.goto(page.url().replace(/(respond\/[^/]+\/).*$/, `$1${address}`));
    return { page, faults, open, field: name => page.locator(`[name="${name}"]`) };
}

export const kept = (page, text) => page.locator('#kept', { hasText: text }).waitFor();

/** A file with a questionnaire of these sections, in German and English; JSON is YAML too. */
export function questionnaire(sections) {
    const file = join(mkdtempSync(join(tmpdir(), 'rundfrage-')), 'questionnaire.yaml');
    const text = { de: 'Probe', en: 'Trial' };
    const whole = { id: 'trial', version: 1, kind: 'special', languages: ['de', 'en'], default_language: 'de', estimated_minutes: 1, title: text, intro: text, thanks: text, sections };
    writeFileSync(file, JSON.stringify(whole));
    return file;
}

/** The same words in both languages. */
export const both = text => ({ de: text, en: text });

// Every page there is, found by following links from where people begin: axe, width, console and requests.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, demo, kind, launch, signIn, watch } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** How many pages of one kind are looked at: the first may be an empty list. */
const EACH = 2;

/** Follows links breadth first; returns the kinds of pages that were audited. */
async function crawl(page, starts) {
    const seen = new Map();
    const known = new Set(starts);
    const queue = [...starts];
    while (queue.length > 0) {
        const path = queue.shift();
        const times = seen.get(kind(path)) ?? 0;
        if (times >= EACH) continue;
        seen.set(kind(path), times + 1);
        const answer = await page.goto(path);
        assert.ok(answer.status() < 400, `${path}: ${answer.status()}`);
        await assertAccessible(page);
        for (const link of await links(page)) {
            if (!known.has(link)) { known.add(link); queue.push(link); }
        }
    }
    return [...seen.keys()];
}

/** Links to pages: no files, and no colleague's link, which another suite may have taken back by now. */
function links(page) {
    return page.$$eval('a[href]:not([download])', (anchors, origin) => anchors
        .filter(({ href, origin: from, pathname }) => from === origin && !/\.(csv|eml)($|\?)/.test(href)
            && !href.includes('/sign-out') && !pathname.startsWith('/c/'))
        .map(({ pathname, search }) => pathname + search), new URL(demo.web).origin);
}

async function newPage(options = {}) {
    const context = await browser.newContext({ baseURL: demo.web, locale: 'de-DE', ...options });
    const page = await context.newPage();
    return { page, faults: watch(page) };
}

test('public pages and the mailbox', async () => {
    const { page, faults } = await newPage();
    const kinds = await crawl(page, ['/', '/sign-in', '/dev/mailbox']);
    assert.ok(kinds.length >= 5 && kinds.includes('/code'), kinds.join(' '));
    assert.deepEqual(faults, []);
});

test('pages of the console', { timeout: 900_000 }, async () => {
    const { page, faults } = await newPage();
    await signIn(page);
    const kinds = await crawl(page, ['/console']);
    for (const expected of ['/console/panel', '/console/panel/import', '/console/questionnaires/upload', '/console/surveys/new',
        '/console/rounds/:id', '/console/rounds/:id/letters', '/console/rounds/:id/results', '/console/surveys/:id/open-link',
        '/console/people', '/console/audit']) {
        assert.ok(kinds.includes(expected), `${expected} is not reached: ${kinds.join(' ')}`);
    }
    assert.deepEqual(faults, []);
});

test('error pages', async () => {
    const { page } = await newPage();
    for (const path of ['/nowhere', '/r/AAAA']) {
        const answer = await page.goto(path);
        assert.equal(answer.status(), 404);
        await assertAccessible(page);
    }
});

test('pages in English', async () => {
    const { page, faults } = await newPage({ locale: 'en-GB' });
    await page.goto('/');
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    await assertAccessible(page);
    assert.deepEqual(faults, []);
});

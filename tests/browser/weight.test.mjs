// What the pages weigh on the way to a respondent, and where it all comes from.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demo, follow, launch, watch } from './browser.mjs';
import { startCatalogue } from './demo.mjs';

/** Bytes over the network, headers included: a first visit with all it brings and the scripts of the questions, and each page after that. */
const FIRST_VISIT = 60 * 1024;
const NEXT_PAGE = 12 * 1024;

let browser;
let catalogue;
before(async () => { [browser, catalogue] = await Promise.all([launch(), startCatalogue()]); });
after(async () => { await browser.close(); await catalogue.stop(); });

/** A new visitor with an empty cache; `load` tells what an action brings over the network, file by file. */
async function visitor(web) {
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    const files = new Map();
    network.on('Network.requestWillBeSent', ({ requestId, request }) => files.set(requestId, { url: request.url, bytes: 0 }));
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { files.get(requestId).bytes = encodedDataLength; });
    const load = async action => {
        files.clear();
        await action();
        await page.waitForLoadState('networkidle');
        const loaded = [...files.values()].filter(file => file.url.startsWith('http'));
        return { loaded, bytes: loaded.reduce((sum, file) => sum + file.bytes, 0) };
    };
    return { page, load, faults: watch(page, web) };
}

function told(what, { loaded, bytes }) {
    const names = loaded.filter(file => file.bytes > 0).map(file => `${new URL(file.url).pathname.split('/').pop().slice(0, 28)} ${file.bytes}`);
    console.log(`    ${what}: ${bytes} bytes (${names.join(', ')})`);
}

/** What holds the first picture up: style sheets, and scripts that do not wait. */
const blocking = page => page.$$eval('link[rel=stylesheet], script:not([defer], [async], [type=module])', all => all.map(it => it.href ?? it.src));

async function weigh(name, web, link) {
    const { page, load, faults } = await visitor(web);
    const first = await load(() => page.goto(link));
    told(`${name}, first visit`, first);
    let pages = await load(() => follow(page, page.locator('main form button').first()));
    if (await page.locator('.task a').count() > 0) pages = await load(() => follow(page, page.locator('.task a').first()));
    told(`${name}, first questions`, pages);
    const scripts = pages.loaded.filter(file => file.url.endsWith('.js')).reduce((sum, file) => sum + file.bytes, 0);
    assert.ok(first.bytes + scripts <= FIRST_VISIT, `${first.bytes} and ${scripts} bytes`);
    assert.ok(pages.bytes - scripts <= NEXT_PAGE, `${page.url()}: ${pages.bytes} bytes`);
    for (let number = 2; number < 5 && await page.locator('form#answers').count() > 0; number += 1) {
        pages = await load(() => follow(page, page.locator('form#answers .actions button').first()));
        told(`${name}, next page`, pages);
        assert.ok(pages.bytes <= NEXT_PAGE, `${page.url()}: ${pages.bytes} bytes`);
    }
    const [sheet, ...others] = await blocking(page);
    assert.ok(sheet.startsWith(new URL('/assets/', web).href) && others.length === 0, `${sheet} ${others}`);
    assert.deepEqual(faults, []);
}

test('the pages of the example are light', () => weigh('example', demo.web, demo.links[20].url));

test('the pages with every kind of question are light', () => weigh('catalogue', catalogue.addresses.web, catalogue.addresses.links[0]));

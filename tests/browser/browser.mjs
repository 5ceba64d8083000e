// Debian's Chromium under Playwright, and what is asked of every page.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../node/', import.meta.url));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The running example's addresses, as in demo.json. */
export const demo = JSON.parse(process.env.RUNDFRAGE_DEMO ?? '{}');

const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

export function launch() {
    assert.ok(program, 'Chromium is not installed: on Debian, apt-get install chromium');
    return chromium.launch({
        executablePath: program,
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync'],
    });
}

const views = [
    { width: 320, colorScheme: 'light' },
    { width: 390, colorScheme: 'light' },
    { width: 390, colorScheme: 'dark' },
    { width: 1280, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
];

/** Fails if axe finds anything, or if a phone would have to scroll sideways, in any width and colour scheme. */
export async function assertAccessible(page) {
    const faults = [];
    for (const { width, colorScheme } of views) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const place = `${new URL(page.url()).pathname} at ${width} px, ${colorScheme}`;
        const found = await violations(page);
        faults.push(...found.map(fault => `${place}: ${fault}`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 0) faults.push(`${place}: ${overflow} px too wide`);
    }
    assert.deepEqual(faults, []);
}

async function violations(page) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.slice(0, 3).map(node => node.target.join(' ')).join('; ')})`);
}

/** Presses what leads to another page, or to the same one with complaints, and waits until it is there. */
export async function follow(page, control) {
    await Promise.all([page.waitForEvent('load'), control.click()]);
}

/** Collects what a page may never do: errors in the console (a broken content policy too) and requests elsewhere. */
export function watch(page, web = demo.web) {
    const faults = [];
    const at = () => page.url();
    page.on('console', message => message.type() === 'error' && !message.text().includes('status of 4') && faults.push(`${at()}: ${message.text()}`));
    page.on('pageerror', error => faults.push(`${at()}: ${error}`));
    page.on('request', request => {
        const url = request.url();
        if (!url.startsWith('data:') && !url.startsWith(web)) faults.push(`${at()} asks ${url}`);
    });
    return faults;
}

/** The kind of page an address is: ids and tokens do not count. */
export function kind(path) {
    return path.split('?')[0].replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\/[A-Za-z0-9_-]{20,}(?=\/|$)/g, '/:token')
        .replace(/\/\d+(?=\/|$)/g, '/:n').replace(/\/[^/]+\.eml/, '/:mail');
}

/** Signs the owner of the example in, whose password the runner has set. */
export async function signIn(page) {
    await page.goto('/sign-in');
    await page.fill('input[name=email]', demo.email);
    await page.fill('input[name=password]', demo.password);
    await follow(page, page.locator('main form button').first());
    assert.match(page.url(), /\/console/);
}

// Runs the suites of this folder, each file a suite of node:test, against one `rundfrage demo` in a temporary folder, and ends
// with one line: N passed, N failed.
import { readdirSync } from 'node:fs';
import { run } from 'node:test';
import { startDemo } from './demo.mjs';

const folder = new URL('.', import.meta.url).pathname;
const wanted = process.argv[2] ?? '';
const files = readdirSync(folder).filter(name => name.endsWith('.test.mjs') && name.includes(wanted)).map(name => folder + name);

const demo = await startDemo();
process.env.RUNDFRAGE_DEMO = JSON.stringify(demo.addresses);
const count = { pass: 0, fail: 0 };

function show(outcome, { name, details }, indent = '') {
    if (details.type === 'suite') return;
    count[outcome] += 1;
    console.log(`${indent}${outcome === 'pass' ? 'ok' : 'FAILED'} ${name} (${Math.round(details.duration_ms)} ms)`);
    const cause = details.error?.cause;
    if (outcome === 'fail') console.log(cause?.stack ?? cause ?? details.error);
}

await new Promise(resolve => {
    run({ files, concurrency: 2 })
        .on('test:pass', event => show('pass', event))
        .on('test:fail', event => show('fail', event))
        .on('test:stdout', ({ message }) => process.stdout.write(message)) // Figures that a suite has measured.
        .on('end', resolve)
        .resume();
});
await demo.stop();
console.log(`${count.pass} passed, ${count.fail} failed`);
process.exit(count.fail > 0 || count.pass === 0 ? 1 : 0);

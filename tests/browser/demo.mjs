// The example as the README starts it, in a folder of its own on a free port.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = new URL('../..', import.meta.url).pathname;

const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');

function built(file, how) {
    if (!existsSync(file)) throw new Error(`${file} is not built: ${how}`);
    return file;
}

export const program = () => built(process.env.RUNDFRAGE ?? join(target, 'debug', 'rundfrage'), 'cargo build --bins');

/** Serves the questionnaire with every kind of question, or the one in a file; `links` are personal links of three companies. */
export async function startCatalogue(...questionnaire) {
    const file = built(join(target, 'debug', 'examples', 'respond'), 'cargo build -p rundfrage-tests --example respond');
    const child = spawn(file, questionnaire, { stdio: ['pipe', 'pipe', 'inherit'] });
    process.on('exit', () => child.kill('SIGKILL'));
    const addresses = await new Promise((resolve, reject) => {
        child.on('exit', code => reject(new Error(`${file} ended with ${code}`)));
        createInterface({ input: child.stdout }).once('line', line => resolve(JSON.parse(line)));
    });
    const stop = async () => {
        const ended = new Promise(resolve => child.on('exit', resolve));
        child.stdin.end();
        await ended;
    };
    return { addresses, stop };
}

/** Starts it and waits until it has printed its addresses. */
export async function startDemo() {
    const folder = mkdtempSync(join(tmpdir(), 'rundfrage-demo-'));
    const child = spawn(program(), ['demo', '--dir', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    process.on('exit', () => child.kill('SIGKILL'));
    await new Promise((resolve, reject) => {
        child.on('exit', code => reject(new Error(`rundfrage demo ended with ${code}`)));
        createInterface({ input: child.stdout }).on('line', line => line.startsWith('Try a link:') && resolve());
    });
    const addresses = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8'));
    Object.assign(addresses, await useSignInLink(addresses.sign_in));
    const stop = async () => {
        const ended = new Promise(resolve => child.on('exit', resolve));
        child.kill('SIGTERM');
        await ended;
        rmSync(folder, { recursive: true, force: true });
    };
    return { addresses, folder, stop };
}

/** The link works once, and several suites sign in: the owner sets a password first. */
async function useSignInLink(link) {
    const password = 'korrekt Pferd Batterie Heftklammer';
    const answer = await fetch(link, { method: 'POST', body: new URLSearchParams({ password, repeat: password }), redirect: 'manual' });
    if (answer.status !== 303) throw new Error(`the sign-in link answers ${answer.status}`);
    return { email: 'leitung@industriedialog.example', password };
}

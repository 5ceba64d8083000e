// A real SMTP server for the tests, on a free port of the loopback.
//
// Standard output carries one JSON object a line:
//   {"event":"listening","port":N}                                    once
//   {"event":"mail","from":A,"to":[A],"raw":BASE64,"answered":BOOL}   for every mail that arrived whole
//   {"event":"ruled"}                                                 when a rule has been taken
// Standard input takes rules, one JSON object a line, each for the next `times` recipients it fits (for ever without):
//   {"to":"a@b.example"|"*", "at":"mail"|"rcpt"|"data", "code":451, "text":"…", "close":true, "delay":MILLISECONDS, "times":N}
// A rule at "mail" is about the sender's address. A rule at "data" acts after the mail has arrived whole: `close` breaks the connection without an answer, and a code refuses
// it. The server ends when its standard input closes.
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

const rules = [];
const say = event => process.stdout.write(JSON.stringify(event) + '\n');

function take(at, address) {
    const rule = rules.find(rule => rule.at === at && (rule.to === '*' || rule.to === address) && rule.times !== 0);
    if (rule?.times > 0) rule.times -= 1;
    return rule;
}

function hangUp(session) {
    for (const connection of server.connections) {
        if (connection.session.id === session.id) connection._socket.destroy();
    }
}

function refusal(rule) {
    return Object.assign(new Error(rule.text ?? 'refused by the test'), { responseCode: rule.code });
}

/** The mail, or nothing if its sender went away before the final dot. */
async function whole(stream) {
    const parts = [];
    try {
        for await (const part of stream) parts.push(part);
    } catch {
        return null;
    }
    return Buffer.concat(parts);
}

const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onMailFrom(address, session, answer) {
        const rule = take('mail', address.address);
        answer(rule?.code ? refusal(rule) : undefined);
    },
    async onRcptTo(address, session, answer) {
        const rule = take('rcpt', address.address);
        if (rule?.delay) await wait(rule.delay);
        if (rule?.close) return hangUp(session);
        answer(rule?.code ? refusal(rule) : undefined);
    },
    async onData(stream, session, answer) {
        stream.on('error', () => {});
        const raw = await whole(stream);
        if (!raw) return;
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const rule = take('data', to[0]);
        if (rule?.delay) await wait(rule.delay);
        const answered = !rule?.close;
        if (!rule?.code) say({ event: 'mail', from: session.envelope.mailFrom.address ?? '', to, raw: raw.toString('base64'), answered });
        if (!answered) return hangUp(session);
        answer(rule?.code ? refusal(rule) : undefined);
    },
});
server.on('error', () => {}); // a client that goes away in the middle is what some tests are about
server.listen(0, '127.0.0.1', () => say({ event: 'listening', port: server.server.address().port }));

const input = createInterface({ input: process.stdin });
input.on('line', line => {
    rules.unshift(JSON.parse(line));
    say({ event: 'ruled' });
});
input.on('close', () => process.exit(0));

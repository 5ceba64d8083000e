// Keeps what was typed while the page stays open: after a pause, and when a field or the page is left.
const form = document.getElementById('answers');
const status = document.getElementById('kept');
const PAUSE = 1500;
const AGAIN = 20_000;
const LONGEST = 8_000;
/** Answers that would come again: without access to the response, and with the same long text. */
const TOLD = { 403: 'gone', 404: 'gone', 413: 'large' };
/** More than that does not outlive its page. */
const LARGEST_PARTING = 60_000;

/** What is typed; files go with the button alone. */
const fields = () => [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && name !== '.sent');
/** The page's own marks left out: what differs has been answered otherwise. */
const typed = () => JSON.stringify(fields().filter(([name]) => !name.startsWith('.was')));
/** The address of the page, also where it is shown again after files were refused. */
const address = () => location.href.split('#')[0].replace(/\/files(?=\?|$)/, '');

let kept = form && typed();
let timer;
let running = null;
let hasEnded = false;
let isLeaving = false;
/** Saves of this page whose answer has not come: what is found stored of them is not somebody else's. */
let unanswered = [];

function say(text, isWarning) {
    if (status.textContent === text) return;
    status.classList.toggle('kept--warning', isWarning);
    status.textContent = text;
    // What is said at the bottom of the window does not cover what is being typed.
    const here = document.activeElement;
    if (isWarning && form.contains(here)) here.scrollIntoView({ block: 'nearest' });
}

/** The marks of what the page shows now, for the next save. */
function remember(marks) {
    for (const field of form.querySelectorAll('input[name=".was"]')) {
        const code = field.value.slice(0, field.value.indexOf(':') + 1);
        field.value = marks.find(mark => mark.startsWith(code)) ?? field.value;
    }
}

/** What goes to the server is remembered; what did before goes along. */
function remind(add) {
    unanswered.forEach(add);
    unanswered = [...unanswered, JSON.stringify(fields())].slice(-3);
}

async function send(now) {
    const body = new URLSearchParams(fields());
    remind(one => body.append('.sent', one));
    body.append('.do', 'keep');
    const answer = await fetch(address(), { method: 'POST', body, keepalive: body.toString().length < LARGEST_PARTING, signal: AbortSignal.timeout(LONGEST) });
    unanswered = [];
    const told = TOLD[answer.status];
    if (told) {
        hasEnded = told === 'gone';
        kept = now;
        return say(status.dataset[told], true);
    }
    const { said, was } = await answer.json();
    // 409: some answers wait for the button, all others are kept; 410: too late, and there is no use in trying again.
    hasEnded = answer.status === 410;
    kept = now;
    remember(was);
    // A page that came by the button is loaded again with what is stored, not with what the button sent.
    history.replaceState(null, '', address() + location.hash);
    const hasFile = [...form.querySelectorAll('[type=file]')].some(({ files }) => files.length);
    say(hasFile ? `${said} ${status.dataset.file}` : said, !answer.ok);
}

/** Without an answer there is no connection; with one that is none of ours, something failed on the other side. */
function fail(error) {
    say(error instanceof TypeError ? status.dataset.offline : status.dataset.failed, true);
    timer = setTimeout(keep, AGAIN);
}

/** Saves unless there is nothing new; one after the other, but for the last before the page is left. */
function keep(isLast) {
    clearTimeout(timer);
    if (running && isLast !== true) {
        later();
        return;
    }
    const now = typed();
    if (hasEnded || isLeaving || now === kept) return;
    running = send(now).catch(fail).finally(() => { running = null; });
}

function later() {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
}

if (form && status) {
    // Who goes on typing is still here, whatever became of the button's save.
    form.addEventListener('input', () => { isLeaving = false; });
    form.addEventListener('input', later);
    form.addEventListener('change', later);
    form.addEventListener('focusout', keep);
    document.addEventListener('visibilitychange', () => { if (document.hidden) keep(true); });
    addEventListener('online', keep);
    // The button's save waits for the one that is on its way, or it would take it for a colleague's.
    form.addEventListener('submit', event => {
        clearTimeout(timer);
        if (!running) {
            isLeaving = true;
            // Those of a save that was stopped would crowd out the newer ones: few are read.
            form.querySelectorAll('[name=".sent"]').forEach(field => field.remove());
            remind(value => form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: '.sent', value })));
            return;
        }
        event.preventDefault();
        const { submitter } = event;
        running.then(() => form.requestSubmit(submitter));
    });
    // A page that the browser brings back from its memory goes on as it was.
    addEventListener('pageshow', event => { if (event.persisted) isLeaving = false; });
}

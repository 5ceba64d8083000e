// Says in time that the round closes while the page is open. The server's clock counts, not this one's.
const notice = document.getElementById('closing');
const BEFORE = 10 * 60_000;

if (notice) {
    const { now, at, soon, over } = notice.dataset;
    const ahead = Date.now() - Number(now);
    const look = () => {
        const left = Number(at) - (Date.now() - ahead);
        if (left > BEFORE) return;
        const text = left > 0 ? soon : over;
        notice.hidden = false;
        if (notice.textContent !== text) notice.textContent = text;
    };
    look();
    // Short steps rather than one long wait: computers sleep.
    setInterval(look, 5_000);
    document.addEventListener('visibilitychange', look);
}

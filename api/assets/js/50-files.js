// Says of a file at once that it is too large, before it is sent in vain.
function look(input) {
    const { each, all, tooLarge, noRoom } = input.dataset;
    const everywhere = [...document.querySelectorAll('input[type=file]')].flatMap(({ files }) => [...files]);
    const together = everywhere.reduce((sum, { size }) => sum + size, 0);
    const large = [...input.files].find(({ size }) => size > Number(each));
    const last = together > Number(all) ? input.files[input.files.length - 1] : undefined;
    const refused = large ?? last;
    document.getElementById(`${input.id}-refused`).textContent = refused ? (large ? tooLarge : noRoom).replace('#file', () => refused.name) : '';
    if (refused) input.value = '';
}

for (const input of document.querySelectorAll('input[type=file][data-each]')) input.addEventListener('change', () => look(input));

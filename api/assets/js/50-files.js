// Says of a file at once that it is too large, before it is sent in vain.
const inputs = [...document.querySelectorAll('input[type=file]')];

for (const input of inputs) input.addEventListener('change', () => {
    const { each, all, tooLarge, noRoom } = input.dataset;
    const large = [...input.files].find(({ size }) => size > Number(each));
    const together = inputs.flatMap(({ files }) => [...files]).reduce((sum, { size }) => sum + size, 0);
    const refused = large ?? (together > Number(all) ? input.files[0] : undefined);
    document.getElementById(`${input.id}-refused`).textContent = refused ? (large ? tooLarge : noRoom).replace('#file', () => refused.name) : '';
    if (refused) input.value = '';
});

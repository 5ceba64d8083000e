// A long list becomes a field to type in: a combobox with a list box, over the same select, which keeps the value.
const MOST = 50;

/** Small letters without marks; `ö` may be typed as `o` or as `oe`. */
const plain = text => text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
const spelled = text => text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue');
/** Signs such as those of C++ and C# belong to their word. */
const wordsOf = text => plain(text).split(/[^\p{L}\p{N}\p{S}#*%@]+/u).filter(Boolean);

function entry(option, at) {
    const label = option.textContent.trim();
    const text = `${option.value} ${label}`;
    return { at, label, value: option.value, folded: [label, spelled(label)].map(plain), code: plain(option.value), words: [...wordsOf(text), ...wordsOf(spelled(text)), plain(option.value)] };
}

/** 5 if the entry reads as typed, 4 if it begins so, 3 if its code does, 2 if each word typed begins one of its words, 1 if it stands in one, else 0. */
function rank({ label, folded, code, words }, typed, text) {
    const whole = plain(text);
    if (label === text) return 5;
    if (folded.some(known => known.startsWith(whole))) return 4;
    if (code.startsWith(whole)) return 3;
    if (typed.length === 0) return Number(folded[0].includes(whole));
    if (typed.every(part => words.some(word => word.startsWith(part)))) return 2;
    return Number(typed.every(part => part.length > 2 && words.some(word => word.includes(part))));
}

function find(entries, text) {
    const typed = wordsOf(text);
    const ranked = entries.map(entry => [rank(entry, typed, text), entry]).filter(([rank]) => rank > 0);
    return ranked.sort(([one], [other]) => other - one).map(([, entry]) => entry);
}

/** The entry that was typed in full: by its label as it is written, in other letters, or by its code; nothing where two fit alike. */
function named(entries, text) {
    const ways = [({ label }) => label === text, ({ label }) => label.toLowerCase() === text.toLowerCase(), ({ folded }) => folded.includes(plain(text)), ({ code }) => code === plain(text)];
    const fit = ways.map(way => entries.filter(way)).find(fit => fit.length > 0);
    return fit?.every(({ label }) => label === fit[0].label) ? fit[0] : undefined;
}

function element(name, attributes) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
}

function enhance(select) {
    const { id, dataset } = select;
    const entries = [...select.options].filter(option => option.value !== '').map(entry);
    const input = element('input', {
        class: 'kern-form-input__input search__input', type: 'text', id, role: 'combobox', autocomplete: 'off', spellcheck: 'false',
        'aria-expanded': 'false', 'aria-autocomplete': 'list', 'aria-controls': `${id}-list`,
        'aria-describedby': [select.getAttribute('aria-describedby'), `${id}-search`].filter(Boolean).join(' '),
    });
    if (select.hasAttribute('aria-invalid')) input.setAttribute('aria-invalid', 'true');
    const hint = element('p', { class: 'kern-hint search__hint', id: `${id}-search` });
    const box = element('div', { class: 'search' });
    const list = element('ul', { class: 'search__list', id: `${id}-list`, role: 'listbox', hidden: '' });
    const told = element('p', { class: 'search__told', role: 'status' });
    const label = document.querySelector(`label[for="${CSS.escape(id)}"]`);
    const ours = select.querySelector('option[value=""]')?.getAttribute('lang');
    if (ours) for (const text of [hint, told]) text.lang = ours;
    label.id ||= `${id}-label`;
    list.setAttribute('aria-labelledby', label.id);
    hint.textContent = dataset.search;
    select.id = `${id}-select`;
    select.parentElement.hidden = true;
    // What is told stands above the list, which lies over what follows: nothing moves under a finger on its way to a button.
    box.append(input, told, list);
    select.parentElement.before(hint, box);

    let found = [];
    let active = -1;
    let hasMissed = false;
    const chosen = () => entries.find(entry => entry.value === select.value);
    const shown = () => chosen()?.label ?? '';
    input.value = shown();

    const close = () => {
        list.hidden = true;
        found = [];
        active = -1;
        input.setAttribute('aria-expanded', 'false');
        input.removeAttribute('aria-activedescendant');
    };
    const mark = at => {
        active = at;
        [...list.children].forEach((item, place) => item.setAttribute('aria-selected', String(place === at)));
        if (at < 0) return input.removeAttribute('aria-activedescendant');
        input.setAttribute('aria-activedescendant', list.children[at].id);
        list.children[at].scrollIntoView({ block: 'nearest' });
    };
    const open = text => {
        found = text.trim() === '' ? entries : find(entries, text.trim());
        list.replaceChildren(...found.slice(0, MOST).map(({ at, label }) => {
            const item = element('li', { class: 'search__option', id: `${id}-option-${at}`, role: 'option', 'aria-selected': 'false' });
            item.textContent = label;
            return item;
        }));
        list.hidden = found.length === 0;
        input.setAttribute('aria-expanded', String(!list.hidden));
        const many = found.length > MOST ? dataset.first.replace('#most', MOST) : dataset.many;
        told.textContent = [dataset.none, dataset.one][found.length] ?? many.replace('#number', found.length);
        mark(-1);
    };
    const choose = entry => {
        const isNew = select.value !== (entry?.value ?? '');
        select.value = entry?.value ?? '';
        input.value = shown();
        told.textContent = '';
        close();
        if (isNew) select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    /** The entry that is marked, that was typed in full, or that is the only one found; else what was typed stays to be mended. */
    const take = () => {
        const text = input.value.trim();
        const entry = found[active] ?? named(entries, text) ?? (found.length === 1 ? found[0] : undefined);
        if (entry || text === '') choose(entry); else told.textContent = dataset.unknown;
    };
    /** To the next entry; above the first and below the last there is the field. */
    const step = by => {
        if (list.hidden) open(input.value === shown() ? '' : input.value);
        const places = list.children.length + 1;
        mark((active + 1 + by + places) % places - 1);
    };
    /** What was typed in full counts as chosen; something unknown gives way to what is stored, and that is told. */
    const leave = () => {
        const text = input.value.trim();
        const same = named(entries, text);
        if (text === '' || same) return choose(same);
        choose(chosen());
        told.textContent = dataset.unknown;
        hasMissed = true;
    };

    input.addEventListener('input', () => open(input.value));
    input.addEventListener('click', () => { if (list.hidden) open(input.value === shown() ? '' : input.value); });
    input.addEventListener('blur', () => { if (input.value !== shown()) leave(); else close(); });
    input.addEventListener('keydown', event => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1);
        else if (event.key === 'Enter' && (!list.hidden || input.value !== shown())) take();
        else if (event.key === 'Escape' && !list.hidden) close();
        else if (event.key === 'Escape') choose(undefined);
        else return;
        event.preventDefault();
    });
    // Whoever presses a button while something unknown stands in the field would be on the next page before reading so.
    for (const pressed of ['pointerdown', 'keydown']) document.addEventListener(pressed, () => { hasMissed = false; }, true);
    select.form.addEventListener('submit', event => {
        if (input.value !== shown()) leave();
        if (!hasMissed) return;
        hasMissed = false;
        event.preventDefault();
        event.stopImmediatePropagation();
        input.focus();
    }, true);
    // The field keeps the focus while the list is clicked.
    list.addEventListener('mousedown', event => event.preventDefault());
    list.addEventListener('click', event => {
        const at = [...list.children].indexOf(event.target);
        if (at >= 0) choose(found[at]);
    });
}

document.querySelectorAll('select[data-search]').forEach(enhance);

// A long list becomes a field to type in: a combobox with a list box, over the same select, which keeps the value.
const MOST = 50;

/** Small letters without marks; `ö` may be typed as `o` or as `oe`. */
const plain = text => text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
const spelled = text => text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue');
const wordsOf = text => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

function entry(option, at) {
    const label = option.textContent.trim();
    const text = `${option.value} ${label}`;
    return { at, label, value: option.value, starts: [label, option.value].map(plain), words: [...wordsOf(text), ...wordsOf(spelled(text)), plain(option.value)] };
}

/** 3 if the entry or its code begins as typed, 2 if each word typed begins one of its words, 1 if it stands in one, else 0. */
function rank(entry, typed, whole) {
    if (entry.starts.some(start => start.startsWith(whole))) return 3;
    if (typed.every(part => entry.words.some(word => word.startsWith(part)))) return 2;
    return typed.every(part => part.length > 2 && entry.words.some(word => word.includes(part))) ? 1 : 0;
}

function find(entries, text) {
    const typed = wordsOf(text);
    const ranked = entries.map(entry => [rank(entry, typed, plain(text.trim())), entry]).filter(([rank]) => rank > 0);
    return ranked.sort(([one], [other]) => other - one).map(([, entry]) => entry);
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
    select.parentElement.before(hint, input, list, told);

    let found = [];
    let active = -1;
    const chosen = () => entries.find(entry => entry.value === select.value);
    const shown = () => chosen()?.label ?? '';
    input.value = shown();

    const close = () => {
        list.hidden = true;
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
        found = text.trim() === '' ? entries : find(entries, text);
        list.replaceChildren(...found.slice(0, MOST).map(({ at, label }) => {
            const item = element('li', { class: 'search__option', id: `${id}-option-${at}`, role: 'option', 'aria-selected': 'false' });
            item.textContent = label;
            return item;
        }));
        list.hidden = found.length === 0;
        input.setAttribute('aria-expanded', String(!list.hidden));
        told.textContent = [dataset.none, dataset.one][found.length] ?? dataset.many.replace('#', found.length);
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
    /** The entry that is marked, or the only one found. */
    const take = () => {
        const entry = found[active] ?? (found.length === 1 ? found[0] : undefined);
        if (entry) choose(entry); else leave();
    };
    const step = by => {
        if (list.hidden) open(input.value === shown() ? '' : input.value);
        const count = list.children.length;
        if (count > 0) mark(active < 0 && by < 0 ? count - 1 : (active + by + count) % count);
    };
    /** What was typed in full counts as chosen; something unknown gives way to what is stored, and that is told. */
    const leave = () => {
        const text = input.value.trim();
        const same = entries.find(entry => [entry.label, entry.value].some(known => plain(known) === plain(text)));
        if (text === '' || same) return choose(same);
        choose(chosen());
        told.textContent = dataset.unknown;
    };

    input.addEventListener('input', () => open(input.value));
    input.addEventListener('click', () => { if (list.hidden) open(input.value === shown() ? '' : input.value); });
    input.addEventListener('blur', () => { if (input.value !== shown()) leave(); else close(); });
    input.addEventListener('keydown', event => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1);
        else if (event.key === 'Enter' && !list.hidden) take();
        else if (event.key === 'Escape' && !list.hidden) close();
        else if (event.key === 'Escape') choose(undefined);
        else return;
        event.preventDefault();
    });
    // The field keeps the focus while the list is clicked.
    list.addEventListener('mousedown', event => event.preventDefault());
    list.addEventListener('click', event => {
        const at = [...list.children].indexOf(event.target);
        if (at >= 0) choose(found[at]);
    });
}

document.querySelectorAll('select[data-search]').forEach(enhance);

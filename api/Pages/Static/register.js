// The register in the hand: minutes by one tap; and on a remembered device what is filled without a network is kept, sent when there is one, and signed once.
// Without this the page works as well, but for the network.
import { listOf, rowsOf, send } from './register-sending.js';

const form = document.querySelector('#register'), main = document.querySelector('main');
const length = Number(document.querySelector('[data-length]')?.dataset.length ?? 0);
const offline = document.documentElement.dataset.kept !== undefined;

for (const person of document.querySelectorAll('.app-attendee'))
    if (length)
        offerMinutes(person);

// A late-comer misses a quarter more often than anything else: that is put in, is seen, and another tap changes it.
function offerMinutes(person) {
    const field = person.querySelector('[name$=".Minutes"]');
    const steps = [...new Set([length / 4, length / 2, length * 3 / 4, length - 10, length - 5].map(step => Math.round(step / 5) * 5))].filter(step => step > 0 && step < length).sort((one, other) => one - other);
    const buttons = steps.map(step => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'app-minutes';
        button.textContent = step;
        button.setAttribute('aria-label', `${step} minutes`);
        button.addEventListener('click', () => { field.value = step; mark(); });
        return button;
    });
    const mark = () => buttons.forEach(button => button.setAttribute('aria-pressed', String(button.textContent === field.value)));
    field.before(...buttons);
    field.addEventListener('input', mark);
    person.addEventListener('change', event => {
        if (event.target.type === 'radio' && event.target.value === 'partial' && field.value === '')
            field.value = Math.round(length * 3 / 20) * 5;
        mark();
    });
    mark();
}

if (form)
    begin().catch(tellOfDevice);
else if (document.querySelector('[data-state]'))
    settle(document.querySelector('[data-state]').dataset.session).catch(() => undefined);
performance.mark('register-ready');

// A device that is no longer remembered still sends what it kept.
async function begin() {
    const { session, by, keeps } = form.dataset, waiting = await kept.get('filled', session);
    if (waiting && waiting.by !== by)
        tell('Somebody else filled in this register on this device without a network. It is theirs to send, when they sign in here.');
    else if (waiting || keeps === 'true')
        await keepGoing();
}

// Signed or cancelled: nothing of it needs to be kept.
async function settle(session) {
    if (session && navigator.serviceWorker?.controller) {
        for (const kind of ['filled', 'filled-last', 'page'])
            await kept.drop(kind, session);
    }
}

async function keepGoing() {
    const session = form.dataset.session;
    if (location.search === '?stands')
        await kept.drop('filled', session);
    let filled = await kept.get('filled', session);
    if (filled?.fields)
        restore(filled.fields);
    if (filled)
        tell(filled.sign ? 'Not signed yet. Your signature waits on this device and is sent when there is signal.' : 'Not signed yet. What you filled in is kept on this device and sent when there is signal.');
    else if (offline)
        tell('There is no signal. Fill in the register; it is kept on this device. It is not signed yet.');

    form.addEventListener('submit', async event => {
        const review = !event.submitter?.formAction.includes('handler=Save');
        if (!offline && navigator.onLine) {
            // What is sent now is known here if the signature that follows cannot be sent.
            kept.put('filled-last', session, { by: form.dataset.by, fields: fieldsOf(form) });
            kept.drop('filled', session);
            return;
        }
        event.preventDefault();
        filled = { by: form.dataset.by, fields: fieldsOf(form), sign: false, at: Date.now() };
        await kept.put('filled', session, filled);
        if (review)
            show(filled);
        else
            tell('Not signed yet. What you filled in is kept on this device and sent when there is signal.');
    });
    if (location.hash === '#seen' && filled && !filled.sign)
        show(filled);
    let busy = false;
    addEventListener('online', () => attempt());
    setInterval(() => attempt(), 30_000);
    if (!offline) {
        if (form.dataset.keeps === 'true')
            await remember();
        await attempt();
    }

    async function attempt() {
        const waiting = await kept.get('filled', session);
        if (!waiting || busy)
            return;
        busy = true;
        try {
            // Of two pages at once one sends.
            await navigator.locks.request(`register ${session}`, { ifAvailable: true }, async lock => lock && told(await send(form, waiting)));
        } catch {
            tell(waiting.sign ? 'Not signed yet. Your signature waits on this device and is sent when there is signal.' : 'Not signed yet. What you filled in waits on this device and is sent when there is signal.');
        } finally {
            busy = false;
        }
    }

    async function told(outcome) {
        if (outcome.keep)
            tell(outcome.says, outcome.link);
        else {
            await kept.drop('filled', session);
            location.assign(outcome.to);
        }
    }
}

// This register and the next one of the group, and what they look like.
async function remember() {
    const registration = await navigator.serviceWorker.register('/register-worker.js', { scope: location.pathname.match(/^\/programmes\/[^/]+\//)[0] });
    await kept.purge();
    for (const page of await kept.all('page'))
        if (page.by !== form.dataset.by)
            await kept.drop('page', page.session);
    const assets = [...document.querySelectorAll('link[rel="stylesheet"], script[src]')].map(asset => asset.href ?? asset.src);
    const modules = performance.getEntriesByType('resource').map(entry => entry.name).filter(name => new URL(name).pathname.startsWith('/static/'));
    await (await caches.open('portfolio-static')).addAll([...new Set([...assets, ...modules])]);
    for (const from of [form.dataset.address, `${form.dataset.address}/ahead`]) {
        const answer = await fetch(from, { headers: { Accept: 'text/html' } });
        if (!answer.ok || answer.redirected)
            continue;
        const html = await answer.text(), its = new DOMParser().parseFromString(html, 'text/html').querySelector('#register')?.dataset;
        if (its)
            await kept.put('page', its.session, { html, by: its.by, session: its.session, address: its.address, heldOn: its.heldOn });
    }
    document.documentElement.dataset.ready = registration.scope;
}

function show(filled) {
    const seen = document.querySelector('#seen'), list = listOf(form);
    if (list.wrong) {
        tell(list.wrong);
        return;
    }
    seen.replaceChildren(
        element('h2', 'What you sign', { className: 'nhsuk-heading-m', tabIndex: -1 }),
        element('p', `${form.dataset.group}, ${form.dataset.when}, led by ${list.leaders.join(' and ')}.`),
        people(list.people), ...(list.others.length ? [element('h3', 'No record for', { className: 'nhsuk-heading-s' }), people(list.others)] : []),
        element('p', 'There is no signal. Your signature is kept on this device and sent when there is. It shows the time at which it really arrives. Until then this register is not signed.'));
    const bar = element('div', '', { className: 'app-go-on' }), sign = element('button', 'Sign this', { className: 'nhsuk-button', type: 'button' });
    const change = element('button', 'Change it', { className: 'nhsuk-button nhsuk-button--secondary', type: 'button' });
    bar.append(sign, change);
    seen.append(bar);
    seen.hidden = false;
    form.hidden = true;
    seen.querySelector('h2').focus();
    change.addEventListener('click', () => back());
    sign.addEventListener('click', async () => {
        await kept.put('filled', form.dataset.session, { ...filled, sign: true, seen: list.records, at: Date.now() });
        back();
        tell('Not signed yet. Your signature waits on this device and is sent when there is signal.');
    });

    function back() {
        seen.hidden = true;
        form.hidden = false;
    }
}

const people = entries => {
    const all = element('ul', '', { className: 'app-list' });
    for (const { name, says } of entries) {
        const one = element('li', ''), what = element('ul', '');
        one.append(element('strong', name), what);
        what.append(...says.map(words => element('li', words)));
        all.append(one);
    }
    return all;
};

function element(name, text, properties = {}) {
    return Object.assign(document.createElement(name), { textContent: text }, properties);
}

function fieldsOf(of) {
    return [...new FormData(of)].filter(([name]) => name !== 'form-token');
}

// Puts in again what was filled, person by person: the page that came now may have them in another order.
function restore(fields) {
    const of = Object.fromEntries(fields), rows = new Map(rowsOf(fields, true).map(row => [row.PersonId, row]));
    for (const name of ['Form.Version', 'Form.Mode', 'Form.LeaderId', 'Form.CoLeaderId', 'Form.Visitor'])
        if (of[name] !== undefined)
            form.elements[name].value = of[name];
    for (const { name, value: person } of form.querySelectorAll('[name$=".PersonId"]')) {
        const row = rows.get(person), at = name.replace(/PersonId$/, '');
        if (!row)
            continue;
        for (const field of form.querySelectorAll(`[name^="${at}"]:not([type="hidden"])`)) {
            const kept = row[field.name.slice(at.length)];
            if (field.type === 'radio' || field.type === 'checkbox')
                field.checked = kept === field.value;
            else
                field.value = kept ?? '';
        }
    }
    form.querySelectorAll('.app-attendee').forEach(person => person.dispatchEvent(new Event('change')));
}

function tell(words, link) {
    const box = element('div', '', { className: 'nhsuk-inset-text' }), says = element('p', words);
    if (link)
        says.append(' ', Object.assign(element('a', link.words), { href: link.to }));
    box.append(says);
    document.querySelector('#kept').replaceChildren(box);
}

function tellOfDevice() {
    if (offline)
        tell('This browser cannot keep the register. Nothing is signed.');
}

// Whoever signs out loses what was not sent, and should know it before.
for (const leaving of document.querySelectorAll('form[action$="/sign-out"], form[data-forgets]'))
    leaving.addEventListener('submit', event => {
        if (document.querySelector('#kept')?.textContent.includes('waits') && !confirm('A register on this device was not sent yet. Leave all the same, and lose it?'))
            event.preventDefault();
    });

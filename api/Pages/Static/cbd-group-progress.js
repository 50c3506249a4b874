// <cbd-group-progress src token>: one trainee's year inside somebody else's page. It fetches with the token that the page was given, sends no cookie, keeps nothing,
// and draws into a tree of its own. What it says comes in words from the service; only what is said without an answer stands here.
const look = new CSSStyleSheet();
look.replaceSync(`
:host { display: block; --t: var(--cbd-text, #212b32); --p: var(--cbd-background, #fff); --q: var(--cbd-quiet, #4c6272); --g: var(--cbd-good, #007f3b); --b: var(--cbd-accent, #005eb8); --r: var(--cbd-bad, #d5281b); --w: var(--cbd-waiting, #ffeb3b); --f: var(--cbd-focus, #ffeb3b); color: var(--t); background: var(--p); font: var(--cbd-font, 1rem/1.5 Arial, Helvetica, sans-serif); padding: var(--cbd-padding, 1rem); text-align: start; overflow-wrap: anywhere; }
@supports (color: light-dark(#000, #fff)) { :host { --t: var(--cbd-text, light-dark(#212b32, #fff)); --p: var(--cbd-background, light-dark(#fff, #212b32)); --q: var(--cbd-quiet, light-dark(#4c6272, #aeb7bd)); --g: var(--cbd-good, light-dark(#007f3b, #5cc689)); --b: var(--cbd-accent, light-dark(#005eb8, #7cb5ec)); --r: var(--cbd-bad, light-dark(#d5281b, #ff9a8f)); } }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
h1, h2, h3, h4, h5, h6 { font-size: 1.25em; line-height: 1.3; margin: 0 0 .5em; }
p { margin: 0 0 .5em; max-width: 44rem; }
ol, ul { list-style: none; margin: 0; padding: 0; }
section section { margin-block-end: 1em; max-width: 44rem; }
b { font-weight: bold; }
.bar { block-size: 1rem; border: 1px solid var(--q); margin-block-end: .35em; }
.bar i { display: block; block-size: 100%; background: var(--b); }
.bar.met i { background: var(--g); }
.bar.not-possible i { background: var(--r); }
.year { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: .25rem 1.5rem; margin-block-end: .75em; }
.month { display: flex; align-items: center; gap: .5rem; border-block-end: 1px solid var(--q); padding-block: .3rem; }
.month b { flex: 0 0 5.5rem; }
.weeks, .key { display: flex; flex-wrap: wrap; gap: .25rem; }
.key { gap: .25rem 1.5rem; margin-block-end: .75em; }
.key li { display: flex; align-items: center; gap: .5rem; }
svg { inline-size: 1.6rem; block-size: 1.6rem; flex: none; display: block; }
button { font: inherit; color: inherit; cursor: pointer; border: 0; border-radius: 2px; padding: .1rem; background: none; min-inline-size: 24px; min-block-size: 24px; }
button.again { border: 2px solid; padding: .4rem 1rem; }
button:focus-visible { outline: 3px solid var(--f); box-shadow: 0 0 0 5px var(--t); }
.told { min-block-size: 1.5em; border-inline-start: 4px solid var(--b); padding-inline-start: .75rem; }
.wrong { border-inline-start: 4px solid var(--r); padding-inline-start: .75rem; }
.good { fill: var(--g); } .best { fill: var(--b); } .good-line { fill: var(--p); stroke: var(--g); stroke-width: 2; } .on { fill: none; stroke: var(--p); stroke-width: 2.5; }
.bad { fill: var(--p); stroke: var(--r); stroke-width: 2; } .bad-line { fill: none; stroke: var(--r); stroke-width: 2.5; } .quiet { fill: var(--p); stroke: var(--q); stroke-width: 2; }
.quiet-line { fill: none; stroke: var(--q); stroke-width: 2.5; } .wait { fill: var(--w); stroke: #212b32; stroke-width: 1.5; } .wait-line { fill: none; stroke: #212b32; stroke-width: 2; }
.dots { fill: var(--p); stroke: var(--q); stroke-width: 2; stroke-dasharray: 3 3; }
@media (forced-colors: active) { :host { --t: CanvasText; --p: Canvas; --q: CanvasText; --g: CanvasText; --b: CanvasText; --r: CanvasText; --f: Highlight; } .bar i { forced-color-adjust: none; } }
`);

const circle = (look, r) => ['circle', look, { cx: 12, cy: 12, r }];
const path = (look, d) => ['path', look, { d }];
const marks = {
    attended: [circle('good', 10), path('on', 'M7 12.5l3.5 3.5L17 8.5')],
    presented: [path('best', 'M12 .8l3.4 6.9 7.6 1.1-5.5 5.4 1.3 7.6-6.8-3.6-6.8 3.6 1.3-7.6L1 8.8l7.6-1.1z')],
    partly: [circle('good-line', 9), path('good', 'M12 3a9 9 0 0 1 0 18z')],
    'not-there': [['rect', 'bad', { x: 3, y: 3, width: 18, height: 18 }], path('bad-line', 'M7.5 7.5l9 9M16.5 7.5l-9 9')],
    'not-expected': [path('quiet-line', 'M4 12h16')],
    unsigned: [circle('wait', 9), path('wait-line', 'M12 6.5v6l4 2')],
    cancelled: [circle('quiet', 9), path('quiet-line', 'M5.8 18.2L18.2 5.8')],
    'to-come': [circle('dots', 8)],
};

const wrong = {
    waiting: ['The year is not shown yet: the portfolio has not said whose it is.', false],
    401: ['What showed the year here has run out. Load the page again to see it.', false],
    403: ['The year is no longer shown here: the permission for it has ended. It can be given again in the portfolio.', false],
    429: ['Too many people are asking just now. Wait a minute, then try again.', true],
    other: ['The year cannot be fetched just now. Try again; if it stays like this, tell whoever looks after this portfolio.', true],
};

const svg = 'http://www.w3.org/2000/svg';
let ids = 0;

function add(to, name, set = {}, words) {
    const made = to.ownerDocument.createElement(name);
    for (const [attribute, value] of Object.entries(set)) made.setAttribute(attribute, value);
    // Kept together whatever direction the page reads in.
    if (words) made.appendChild(to.ownerDocument.createElement('bdi')).textContent = words;
    return to.appendChild(made);
}

function mark(to, code) {
    const drawn = to.appendChild(document.createElementNS(svg, 'svg'));
    for (const [name, value] of [['viewBox', '0 0 24 24'], ['aria-hidden', 'true'], ['focusable', 'false']]) drawn.setAttribute(name, value);
    // A mark that this version does not know is still there, and its words say what it is.
    for (const [shape, look, where] of marks[code] ?? [circle('dots', 8)]) {
        const part = drawn.appendChild(document.createElementNS(svg, shape));
        part.setAttribute('class', look);
        for (const [name, value] of Object.entries(where)) part.setAttribute(name, value);
    }
}

class Progress extends HTMLElement {
    static observedAttributes = ['src', 'token', 'heading-level'];
    #root = this.attachShadow({ mode: 'open' });
    #said;
    #shown;
    #asked;
    #token = '';
    #due = false;

    constructor() {
        super();
        this.#root.adoptedStyleSheets = [look];
        this.#said = add(this.#root, 'div', { role: 'status' });
        this.#shown = add(this.#root, 'div');
    }

    get token() { return this.#token; }
    set token(value) { this.#token = value ?? ''; this.#soon(); }
    get src() { return this.getAttribute('src') ?? new URL('/embed/progress', import.meta.url).href; }
    set src(value) { this.setAttribute('src', value); }

    connectedCallback() {
        // Set before the script had come: the element's own property takes it over.
        if (Object.hasOwn(this, 'token')) {
            const early = this.token;
            delete this.token;
            this.#token = early ?? '';
        }
        this.#soon();
    }

    disconnectedCallback() { this.#asked?.abort(); }

    attributeChangedCallback(name, before, now) {
        if (name === 'token') this.#token = now ?? '';
        if (before !== now) this.#soon();
    }

    /** Asks anew. */
    refresh() { return this.#load(); }

    // Attributes come one by one, and all of them are one question.
    #soon() {
        if (this.#due || !this.isConnected) return;
        this.#due = true;
        queueMicrotask(() => { this.#due = false; if (this.isConnected) this.#load(); });
    }

    async #load() {
        this.#asked?.abort();
        const asked = this.#asked = new AbortController();
        if (!this.#token) return this.#refuse('waiting');
        const late = setTimeout(() => asked.abort('late'), 20000);
        if (!this.#shown.firstChild) this.#say('The year is being fetched …');
        try {
            const answer = await fetch(this.src, {
                headers: { Authorization: `Bearer ${this.#token}`, Accept: 'application/json' }, credentials: 'omit', cache: 'no-store', redirect: 'error',
                referrerPolicy: 'no-referrer', signal: asked.signal,
            });
            if (!answer.ok) return this.#refuse(answer.status);
            const year = await answer.json();
            if (asked === this.#asked) this.#draw(year);
        } catch {
            // Another question has taken this one's place, or the element is gone: nobody waits for it.
            if (asked === this.#asked && (!asked.signal.aborted || asked.signal.reason === 'late')) this.#refuse('other');
        } finally {
            clearTimeout(late);
        }
    }

    #say(words) { this.#said.replaceChildren(); if (words) add(this.#said, 'p', {}, words); }

    #refuse(why) {
        const [words, again] = wrong[why] ?? wrong.other;
        this.#shown.replaceChildren();
        this.#say('');
        const told = add(this.#said, 'p', { class: 'wrong', lang: 'en' }, words);
        if (again) add(add(told, 'span'), 'button', { type: 'button', class: 'again' }, 'Try again').addEventListener('click', () => this.refresh());
        if (why === 'waiting' || why === 401) this.dispatchEvent(new CustomEvent('token-needed', { bubbles: true, composed: true, detail: { ranOut: why === 401 } }));
    }

    #draw(year) {
        const name = `cbd${++ids}`;
        const level = Math.min(6, Math.max(1, Number(this.getAttribute('heading-level')) || 2));
        this.#say('');
        this.#shown.replaceChildren();
        const all = add(this.#shown, 'section', { 'aria-labelledby': name, lang: year.language });
        add(all, `h${level}`, { id: name }, `${year.title}: ${year.stateWords}`);
        if (year.sentences.length) add(all, 'p', {}, year.sentences.join(' '));
        for (const rule of year.rules) this.#rule(all, rule);
        add(all, 'p', {}, year.summary);
        if (year.months.length) this.#year(all, year);
    }

    #rule(to, rule) {
        const own = add(to, 'section');
        add(own, 'b', {}, `${rule.title}: ${rule.stateWords}`);
        const part = rule.need > 0 ? Math.min(1, Math.max(0, rule.have / rule.need)) : 1;
        // The words beneath say it; set through the style's own property, which no policy forbids.
        add(add(own, 'div', { class: `bar ${rule.state}`, 'aria-hidden': 'true' }), 'i').style.inlineSize = `${part * 100}%`;
        add(own, 'p', {}, `${rule.amount}. ${rule.words}`);
    }

    #year(to, year) {
        const weeks = [];
        const list = add(to, 'ol', { class: 'year', role: 'list' });
        const told = document.createElement('p');
        for (const month of year.months) {
            const line = add(list, 'li', { class: 'month' });
            add(line, 'b', {}, month.name);
            const place = add(line, 'div', { class: 'weeks' });
            for (const session of month.sessions) {
                const words = `${session.day}: ${session.words}`;
                const week = add(place, 'button', { type: 'button', tabindex: weeks.length ? '-1' : '0', 'aria-label': words, title: words });
                mark(week, session.mark);
                const tell = () => { told.replaceChildren(); add(told, 'span', {}, words); };
                week.addEventListener('focus', tell);
                week.addEventListener('click', () => { week.focus(); tell(); });
                weeks.push(week);
            }
        }
        list.addEventListener('keydown', (key) => this.#move(key, weeks));
        // What the eye reads of the week that has the focus; a screen reader has it from the week itself.
        told.className = 'told';
        told.setAttribute('aria-hidden', 'true');
        add(told, 'span', {}, 'Choose a mark to read what it was.');
        to.appendChild(told);
        const kinds = add(to, 'ul', { class: 'key', role: 'list', 'aria-label': 'What the marks mean' });
        for (const kind of year.key) {
            const line = add(kinds, 'li');
            mark(line, kind.mark);
            add(line, 'span', {}, `${kind.count} ${kind.words}`);
        }
    }

    // One stop for the tab key, and arrows within: along the way in which the page reads.
    #move(key, weeks) {
        const at = weeks.indexOf(this.#root.activeElement);
        const ahead = getComputedStyle(this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
        const to = { [ahead]: at + 1, [ahead === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft']: at - 1, ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: weeks.length - 1 }[key.key];
        if (at < 0 || to === undefined || !weeks[to]) return;
        key.preventDefault();
        weeks[at].tabIndex = -1;
        weeks[to].tabIndex = 0;
        weeks[to].focus();
    }
}

if (!customElements.get('cbd-group-progress')) customElements.define('cbd-group-progress', Progress);

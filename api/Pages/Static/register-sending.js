// Sends a register that was filled without a network, and signs it if what would be signed is what was seen.

const token = page => page.querySelector('form input[name="form-token"]').value;

/** Sends what waits. Throws where there is no network; then nothing is lost, and the next time begins where this one ended. */
export async function send(form, waiting) {
    const { address } = form.dataset;
    let page = await ask(address);
    if (page.elsewhere)
        return { keep: true, says: 'Not signed yet. You are no longer signed in; sign in, and it is sent.', link: { words: 'Sign in', to: page.elsewhere } };
    if (page.querySelector('[data-state]'))
        return { to: address };
    const open = page.querySelector('#register');
    if (!open)
        return { keep: true, says: 'Not signed yet. It could not be sent; it is tried again.' };
    if (waiting.fields && !same(waiting.fields, [...new FormData(open)])) {
        page = await post(`${address}?handler=Review`, [...waiting.fields, ['form-token', token(open)]], page);
        if (page.querySelector('#register'))
            return { keep: true, says: 'Not signed yet. The register was changed elsewhere meanwhile, or cannot be as it was filled in.', link: { words: 'Leave what was kept, and see how it stands', to: `${address}?stands` } };
    } else
        page = await ask(`${address}/review`);
    if (!waiting.sign)
        return { to: `${address}?saved=true` };
    const review = page.querySelector('#review'), records = [...page.querySelectorAll('[data-record]')].map(record => record.dataset.record.trim()).sort();
    const hash = review?.querySelector('[name="ListHash"]').value;
    // Whoever signed has seen exactly this, by its hash or line by line; anything else is for them to look at.
    if (!review || (waiting.listHash ? waiting.listHash !== hash : JSON.stringify(waiting.seen) !== JSON.stringify(records)))
        return { to: `${address}/review` };
    const signed = await post(`${address}/review`, [['ListHash', hash], ['form-token', token(review)]], page);
    return signed.querySelector('[data-state="signed"]') ? { to: address } : { to: `${address}/review` };
}

async function ask(address, request = {}) {
    const answer = await fetch(address, { ...request, headers: { Accept: 'text/html' }, credentials: 'same-origin' });
    if (answer.status >= 500)
        throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (answer.redirected && new URL(answer.url).pathname.endsWith('/sign-in'))
        page.elsewhere = answer.url;
    return page;
}

async function post(address, fields) {
    return ask(address, { method: 'POST', body: new URLSearchParams(fields) });
}

export const rowsOf = (fields, all = false) => {
    const rows = [];
    for (const [name, value] of fields) {
        const [, at, what] = name.match(/^Form\.Rows\[(\d+)\]\.(\w+)$/) ?? [];
        if (at !== undefined)
            (rows[at] ??= {})[what] = value;
    }
    return rows.filter(row => row && (all || row.Attendance && row.Off !== 'true'));
};

const there = row => row.Attendance === 'present' || row.Attendance === 'partial';

/** Whether two fillings say the same, in whatever order. */
export function same(one, other) {
    const says = fields => {
        const of = Object.fromEntries(fields);
        return JSON.stringify([of['Form.Mode'], of['Form.LeaderId'], of['Form.CoLeaderId'] ?? '', of['Form.Visitor'] ?? '', rowsOf(fields)
            .map(row => [row.PersonId, row.Attendance, row.Attendance === 'partial' ? row.Minutes : '', row.Mode ?? '', row.Presented ?? '', row.FollowedUp ?? ''].join(' ')).sort()]);
    };
    return says(one) === says(other);
}

/** What a signature would sign, as the server lists it. */
export function listOf(form) {
    const fields = [...new FormData(form)], of = Object.fromEntries(fields), { length } = form.dataset;
    const person = id => form.querySelector(`[data-person="${id}"]`)?.dataset, named = id => form.querySelector(`option[value="${id}"]`).textContent;
    const leaders = [of['Form.LeaderId'], of['Form.CoLeaderId']].filter(id => id);
    const records = [], people = [], others = [];
    if (of['Form.Visitor']?.trim())
        return { wrong: 'Somebody visiting can be added by name once there is signal. Take the name out to sign what is there.' };
    for (const row of rowsOf(fields)) {
        const { name, records: gets } = person(row.PersonId), mode = row.Mode || of['Form.Mode'], minutes = row.Attendance === 'partial' ? row.Minutes : length;
        if (row.Attendance === 'partial' && !(Number(minutes) > 0 && Number(minutes) < Number(length)))
            return { wrong: `${name}: say how many minutes they were there, fewer than ${length}.` };
        if (!there(row) && (row.Presented || row.FollowedUp))
            return { wrong: `${name} was not there and cannot have presented or followed up.` };
        if (!there(row) || gets === 'false') {
            others.push({ name, says: [there(row) ? 'was there, gets no record' : row.Attendance.replace('-', ' ')] });
            continue;
        }
        records.push(`${row.PersonId} attendance ${Number(minutes)} ${mode}`, ...(row.Presented ? [`${row.PersonId} presentation`] : []), ...(row.FollowedUp ? [`${row.PersonId} follow-up`] : []));
        people.push({ name, says: [`was there for ${Number(minutes)} minutes, ${mode === 'online' ? 'online' : 'in person'}`, ...(row.Presented ? ['presented a case'] : []), ...(row.FollowedUp ? ['followed up a case presented earlier'] : [])] });
    }
    if (people.length + others.filter(other => other.says[0].startsWith('was')).length === 0)
        return { wrong: 'Nobody was there: a session without anybody is cancelled, not signed.' };
    people.sort((one, other) => one.name.localeCompare(other.name));
    for (const leader of leaders) {
        records.push(`${leader} leading ${length} ${of['Form.Mode']}`);
        people.push({ name: named(leader), says: ['led (signed by whoever else led, never for oneself)'] });
    }
    return { leaders: leaders.map(named), records: records.sort(), people, others };
}

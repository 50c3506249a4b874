// What a remembered device keeps to open a register without a network: sealed by a key that no script can read out, for 14 days at most.
// The worker and the pages share it.
'use strict';

self.kept = (() => {
    const longest = 14 * 24 * 60 * 60 * 1000;
    const place = (kind, id) => `${kind} ${id}`;
    const bytes = text => new TextEncoder().encode(text);

    const open = () => new Promise((opened, failed) => {
        const asked = indexedDB.open('portfolio-kept', 1);
        asked.onupgradeneeded = () => ['key', 'things'].forEach(store => asked.result.createObjectStore(store));
        asked.onsuccess = () => opened(asked.result);
        asked.onerror = () => failed(asked.error);
    });

    async function run(store, mode, act) {
        const database = await open();
        try {
            return await new Promise((done, failed) => {
                const transaction = database.transaction(store, mode), asked = act(transaction.objectStore(store));
                transaction.oncomplete = () => done(asked.result);
                transaction.onabort = transaction.onerror = () => failed(transaction.error);
            });
        } finally {
            database.close();
        }
    }

    const find = () => run('key', 'readonly', store => store.get('key'));

    async function key() {
        const there = await find();
        if (there)
            return there;
        const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
        // Of two pages at once the first one's key stays.
        await run('key', 'readwrite', store => store.add(made, 'key')).catch(() => undefined);
        return find();
    }

    async function put(kind, id, value) {
        const iv = crypto.getRandomValues(new Uint8Array(12)), name = place(kind, id);
        const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytes(name) }, await key(), bytes(JSON.stringify(value)));
        await run('things', 'readwrite', store => store.put({ kind, id, until: Date.now() + longest, iv, sealed }, name));
    }

    async function unseal(thing) {
        if (!thing || thing.until <= Date.now())
            return undefined;
        const opened = await key();
        // What another key sealed is as good as gone.
        const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: thing.iv, additionalData: bytes(place(thing.kind, thing.id)) }, opened, thing.sealed).catch(() => undefined);
        return plain && JSON.parse(new TextDecoder().decode(plain));
    }

    const get = async (kind, id) => unseal(await run('things', 'readonly', store => store.get(place(kind, id))));

    async function all(kind) {
        const things = await run('things', 'readonly', store => store.getAll());
        return (await Promise.all(things.filter(thing => thing.kind === kind).map(unseal))).filter(thing => thing !== undefined);
    }

    const drop = (kind, id) => run('things', 'readwrite', store => store.delete(place(kind, id)));

    // What is too old goes; with the last of it the key.
    async function purge() {
        const things = await run('things', 'readonly', store => store.getAll()), old = things.filter(thing => thing.until <= Date.now());
        await Promise.all(old.map(thing => drop(thing.kind, thing.id)));
        if (old.length > 0 && old.length === things.length)
            await run('key', 'readwrite', store => store.clear());
    }

    return { put, get, all, drop, purge };
})();

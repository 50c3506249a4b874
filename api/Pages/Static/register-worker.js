// Opens the register from what this device keeps when there is no network, and keeps what could not be sent. Online it changes nothing.
'use strict';

importScripts('/static/kept.js');

const patience = 4000;
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const register = /^\/programmes\/[0-9a-f-]{36}\/sessions\/([0-9a-f-]{36})\/register$/;
const opens = /^\/programmes\/[0-9a-f-]{36}(\/now|\/sessions\/[0-9a-f-]{36}\/register(\/review)?)?\/?$/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
    const { request } = event, address = new URL(request.url);
    if (address.origin !== location.origin)
        return;
    if (request.mode === 'navigate' && opens.test(address.pathname)) {
        event.respondWith(request.method === 'POST' ? sent(request, address) : shown(request, address));
        event.waitUntil(kept.purge());
    } else if (request.method === 'GET' && address.pathname.startsWith('/static/'))
        event.respondWith(look(request));
});

async function look(request) {
    return await caches.match(request) ?? fetch(request);
}

async function shown(request, address) {
    const network = fetch(request);
    try {
        return await Promise.race([network, new Promise((_, late) => setTimeout(late, patience))]);
    } catch {
        const [, session] = address.pathname.replace(/\/review$/, '').match(register) ?? [];
        const page = session ? await kept.get('page', session) : today(await kept.all('page'));
        if (!page)
            return network;
        if (page.address !== address.pathname)
            return Response.redirect(page.address, 303);
        return new Response(page.html.replace('<html', '<html data-kept'), { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy } });
    }
}

// The register of today, else the latest that was, else the first to come.
function today(pages) {
    const day = new Date().toLocaleDateString('sv'), open = pages.sort((one, other) => one.heldOn < other.heldOn ? -1 : 1);
    return open.find(page => page.heldOn === day) ?? open.filter(page => page.heldOn < day).at(-1) ?? open[0];
}

async function sent(request, address) {
    const copy = request.clone(), [, session] = address.pathname.replace(/\/review$/, '').match(register) ?? [];
    const handler = address.searchParams.get('handler');
    try {
        return await fetch(request);
    } catch (failure) {
        const page = session && await kept.get('page', session);
        if (!page || !(address.pathname.endsWith('/review') || handler === 'Review' || handler === 'Save'))
            throw failure;
        const fields = [...await copy.formData()].filter(([name]) => name !== 'form-token');
        const before = await kept.get('filled', session) ?? await kept.get('filled-last', session);
        await kept.put('filled', session, address.pathname.endsWith('/review')
            ? { by: page.by, ...before, sign: true, listHash: Object.fromEntries(fields).ListHash, at: Date.now() }
            : { by: page.by, fields, sign: false, at: Date.now() });
        return Response.redirect(page.address + (handler === 'Review' ? '#seen' : ''), 303);
    }
}

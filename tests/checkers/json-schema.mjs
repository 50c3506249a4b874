// Validates documents with ajv: node json-schema.mjs SCHEMA; standard input is a JSON array of documents, standard output one of lists of errors.
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import Ajv from 'ajv/dist/2020.js';

const schema = JSON.parse(await readFile(process.argv[2], 'utf8'));
const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }).compile(schema);
const documents = JSON.parse(await text(process.stdin));

process.stdout.write(JSON.stringify(documents.map((document) => {
  validate(document);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
})));

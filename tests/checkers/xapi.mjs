// What @learninglocker/xapi-validation says of statements. Standard input is a JSON array of statements, standard output one of lists of warnings.
import { text } from 'node:stream/consumers';
import validation from '@learninglocker/xapi-validation';

const validate = validation.default ?? validation;
const statements = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(statements.map((statement) => validate(statement).map((warning) => `${warning.constructor.name} ${warning.path?.join('.')}`))));

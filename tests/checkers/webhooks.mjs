// What standardwebhooks says of deliveries. Input: [{"secret","now":ISO,"headers":{…},"body"}]; output: ["verified" or why not].
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

const deliveries = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(deliveries.map(({ secret, now, headers, body }) => {
  // The engine asks the machine for the time; the delivery was made at another.
  Date.now = () => Date.parse(now);
  try {
    new Webhook(secret).verify(body, headers);
    return 'verified';
  } catch (error) {
    return error.message;
  }
})));

/** `npm run bench`: times training and both engines, in Node and in a real browser, and prints a table. Takes about a minute. */
import { availableParallelism, cpus } from 'node:os';
import { benchBrowser } from './bench/browser.ts';
import { benchGenerators, benchTraining } from './bench/node.ts';

const [{ model }] = cpus();
process.stdout.write(`Node ${process.version}, ${availableParallelism()} cores (${model.trim()})\n\n`);
process.stdout.write('median ms  runs  what\n');
for (const part of [benchTraining, benchGenerators, benchBrowser]) {
  for (const { name, timing } of await part()) {
    process.stdout.write(
      `${timing.medianMs.toFixed(2).padStart(9)}  ${String(timing.runs).padStart(4)}  ${name}\n`,
    );
  }
}
process.stdout.write('\nBrowser rows include the worker and its messages.\n');

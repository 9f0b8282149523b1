/**
 * `npm run bench`: times training and both engines, in Node and in a real browser, and prints a table. Takes about a minute.
 * `npm run bench -- arrival`: how soon the built site is there and alive on a slow line and a slow phone. Takes two minutes.
 */
import { availableParallelism, cpus } from 'node:os';
import { benchArrival } from './bench/arrival.ts';
import { benchBrowser } from './bench/browser.ts';
import { benchDrawing } from './bench/drawing.ts';
import { benchEncoderSteps } from './bench/encoder-steps.ts';
import { benchGameSteps } from './bench/game-steps.ts';
import { benchGenerators, benchTraining } from './bench/node.ts';
import { benchReading } from './bench/reading.ts';

const parts = [
  benchTraining,
  benchEncoderSteps,
  benchGameSteps,
  benchDrawing,
  benchReading,
  benchGenerators,
  benchBrowser,
];

const [{ model }] = cpus();
process.stdout.write(`Node ${process.version}, ${availableParallelism()} cores (${model.trim()})\n\n`);
await (process.argv[2] === 'arrival' ? printArrivals() : printTimings());

async function printTimings(): Promise<void> {
  process.stdout.write('median ms  runs  what\n');
  for (const part of parts) {
    for (const { name, timing } of await part()) {
      process.stdout.write(
        `${timing.medianMs.toFixed(2).padStart(9)}  ${String(timing.runs).padStart(4)}  ${name}\n`,
      );
    }
  }
  process.stdout.write('\nBrowser rows include the worker and its messages.\n');
}

async function printArrivals(): Promise<void> {
  process.stdout.write('text s  pictures s  live s  page\n');
  for (const { name, textMs, picturesMs, liveMs, bytes } of await benchArrival()) {
    const seconds = (ms: number, width: number): string => (ms / 1000).toFixed(1).padStart(width);
    const sent = Object.entries(bytes).map(([kind, count]) => `${kind} ${Math.round(count / 1000)}`);
    process.stdout.write(
      `${seconds(textMs, 6)}  ${seconds(picturesMs, 10)}  ${seconds(liveMs, 6)}  ${name}; kB until then: ${sent.join(', ')}\n`,
    );
  }
}

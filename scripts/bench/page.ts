/** What the browser measures: the engines as a figure uses them, worker and messages included. Driven by browser.ts. */
import type { EngineKind } from '../../src/engine/api.ts';
import { transfers } from '../../src/networks/generator/codes.ts';
import { beginSearch, searchDefaults } from '../../src/networks/generator/search.ts';
import { rootMeanSquare } from '../../src/numerics/arrays.ts';
import { getEngine } from '../../src/engine/page-engine.ts';
import { setEngineKind } from '../../src/engine/setting.ts';
import { batchSizes, benchCheckpoint, time, type Timing } from './measure.ts';

async function benchEngine(
  kind: EngineKind,
): Promise<readonly { readonly count: number; readonly timing: Timing }[]> {
  setEngineKind(kind);
  const engine = getEngine(benchCheckpoint);
  const checkpoint = await engine.load('glo', benchCheckpoint);
  const rows = [];
  for (const count of batchSizes) {
    const contents = Array.from({ length: count }, (_, i) => i);
    const batch = transfers(checkpoint, { contents, classes: [3] });
    rows.push({ count, timing: await time(() => engine.generate(benchCheckpoint, batch)) });
  }
  return rows;
}

/** A step of a search for one picture under all ten classes at once, as a figure shows it: a picture of each after every step. */
async function benchSearch(): Promise<Timing> {
  setEngineKind('tfjs');
  const engine = getEngine(benchCheckpoint);
  const checkpoint = await engine.load('glo', benchCheckpoint);
  const classes = Array.from({ length: 10 }, (_, digit) => digit);
  const image = await engine.generate(
    benchCheckpoint,
    transfers(checkpoint, { contents: [0], classes: [3] }),
  );
  const options = { ...searchDefaults, codeScale: rootMeanSquare(checkpoint.contentCodes) };
  let state = beginSearch(transfers(checkpoint, { contents: [1], classes }));
  return time(async () => {
    ({ state } = await engine.search(benchCheckpoint, { image, state, numPasses: 1, options }));
  });
}

Object.assign(globalThis, { benchEngine, benchSearch });

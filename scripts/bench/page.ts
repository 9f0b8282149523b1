/** What the browser measures: the engines as a figure uses them, worker and messages included. Driven by browser.ts. */
import type { EngineKind } from '../../src/engine/api.ts';
import { transfers } from '../../src/networks/generator/codes.ts';
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

Object.assign(globalThis, { benchEngine });

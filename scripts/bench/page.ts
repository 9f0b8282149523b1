/** What the browser measures: the engines and the trainer as figures use them, workers and messages included. Driven by browser.ts. */
import type { EngineKind } from '../../src/engine/api.ts';
import { transfers } from '../../src/networks/generator/codes.ts';
import { getEngine } from '../../src/engine/page-engine.ts';
import { createTrainer } from '../../src/engine/trainer-client.ts';
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

/** Steps at full speed in the worker that trains, pictures for the page included: the time of one, over as many as make a second or two. */
function benchTrainer(): Promise<Timing> {
  const [warmup, runs] = [60, 300];
  const settings = {
    data: 'strokes',
    numImages: 2000,
    preset: 'lord',
    loss: 'l1+l2',
    contentDim: 25,
    contentNoiseStd: 0.3,
    rateFactor: 1,
    seed: 1,
  } as const;
  return new Promise((resolve, reject) => {
    let start: { readonly at: number; readonly step: number } | undefined;
    const trainer = createTrainer((message) => {
      if (message.type === 'failed') reject(new Error(message.message));
      if (message.type === 'started') trainer.send({ type: 'play' });
      if (message.type !== 'progress' || message.frame.step < warmup) return;
      const now = { at: performance.now(), step: message.frame.step };
      start ??= now;
      const numSteps = now.step - start.step;
      if (numSteps < runs) return;
      trainer.dispose();
      resolve({ medianMs: (now.at - start.at) / numSteps, runs: numSteps });
    });
    trainer.send({ type: 'start', settings, mnist: undefined, drawings: [] });
  });
}

Object.assign(globalThis, { benchEngine, benchTrainer });

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { snapshotKey } from '../../../../src/engine/checkpoint-key.ts';
import { getEngine } from '../../../../src/engine/page-engine.ts';
import { setEngineKind } from '../../../../src/engine/setting.ts';

const small = 'glo-strokes-small';

/** Never answers; the engine's own worker needs a browser. */
class SilentWorker {
  static readonly programs: string[] = [];
  static terminated = 0;
  constructor(url: URL) {
    SilentWorker.programs.push(url.pathname.replace(/.*\//, ''));
  }
  postMessage(): void {
    // A request that stays under way.
  }
  terminate(): void {
    SilentWorker.terminated++;
  }
}

beforeEach(() => vi.stubGlobal('Worker', SilentWorker));
afterEach(() => vi.unstubAllGlobals());

it('all figures share one engine, and changing the setting puts another in its place', async () => {
  const engine = getEngine(small);
  expect(getEngine('glo-strokes-other')).toBe(engine);
  expect(getEngine(snapshotKey(small, 1))).toBe(engine);
  expect(engine.kind).toBe('tfjs');
  const underWay = engine.load('glo', small);

  setEngineKind('onnx');
  await expect(underWay).rejects.toMatchObject({ code: 'aborted' });
  expect(SilentWorker.terminated).toBe(1);
  expect(getEngine(small).kind).toBe('onnx');

  getEngine(small)
    .load('glo', small)
    .catch(() => undefined);
  expect(SilentWorker.programs).toEqual(['tfjs.worker.ts', 'onnx.worker.ts']);
});

it('a snapshot has no ONNX file: tfjs draws it, beside the engine that was chosen', async () => {
  setEngineKind('onnx');
  const chosen = getEngine(small);
  const beside = getEngine(snapshotKey(small, 1));
  expect([chosen.kind, beside.kind]).toEqual(['onnx', 'tfjs']);
  expect(getEngine(snapshotKey('glo-strokes-other', 2))).toBe(beside);
  const underWay = beside.load('glo', snapshotKey(small, 1));

  setEngineKind('tfjs');
  await expect(underWay).rejects.toMatchObject({ code: 'aborted' });
  expect(getEngine(small)).toBe(getEngine(snapshotKey(small, 1)));
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { getEngine } from '../../../../src/engine/page-engine.ts';
import { setEngineKind } from '../../../../src/engine/setting.ts';

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
  const engine = getEngine();
  expect(getEngine()).toBe(engine);
  expect(engine.kind).toBe('tfjs');
  const underWay = engine.load('glo-strokes-small');

  setEngineKind('onnx');
  await expect(underWay).rejects.toMatchObject({ code: 'aborted' });
  expect(SilentWorker.terminated).toBe(1);
  expect(getEngine().kind).toBe('onnx');

  void getEngine().load('glo-strokes-small');
  expect(SilentWorker.programs).toEqual(['tfjs.worker.ts', 'onnx.worker.ts']);
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { snapshotKey } from '../../../../src/engine/checkpoint-key.ts';
import { takeModelsFrom } from '../../../../src/engine/models-url.ts';
import { getEngine } from '../../../../src/engine/page-engine.ts';
import { setEngineKind } from '../../../../src/engine/setting.ts';

const small = 'glo-strokes-small';

/** Never answers; the engine's own worker needs a browser. */
class SilentWorker {
  static readonly programs: string[] = [];
  static readonly messages: unknown[] = [];
  static terminated = 0;
  constructor(url: URL) {
    SilentWorker.programs.push(url.pathname.replace(/.*\//, ''));
  }
  postMessage(message: unknown): void {
    SilentWorker.messages.push(message); // a request stays under way
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

it('a page of somebody else says where the checkpoints are, once for all its figures', async () => {
  const started = () =>
    SilentWorker.messages.filter((message) => (message as { type: string }).type === 'start');
  expect(new Set(started().map((message) => (message as { modelsUrl: string }).modelsUrl))).toEqual(
    new Set(['/models/']),
  );
  takeModelsFrom('https://glo.example/models/');
  takeModelsFrom('https://glo.example/models/');
  setEngineKind('onnx');
  const underWay = getEngine(small).load('glo', small);
  expect(started().at(-1)).toEqual({ type: 'start', modelsUrl: 'https://glo.example/models/' });
  setEngineKind('tfjs');
  await expect(underWay).rejects.toMatchObject({ code: 'aborted' });

  expect(() => takeModelsFrom('https://other.example/models/')).toThrow(
    'The figures of a page share one engine, and draw from one place: https://glo.example/models/. ' +
      'Another asks for https://other.example/models/. Give all the same.',
  );
});

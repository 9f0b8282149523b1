import { describe, expect, it } from 'vitest';
import {
  aboutCheckpoint,
  whyNotInFigures,
} from '../../../../../../src/components/figures/engine-room/about-checkpoint.ts';
import { latencyScales } from '../../../../../../src/components/figures/engine-room/latency-chart.ts';
import {
  comparisonStatus,
  differenceText,
  megabytesText,
  millisecondsText,
} from '../../../../../../src/components/figures/engine-room/state.ts';
import type { Manifest } from '../../../../../../src/contract/manifest.ts';
import { noResults, started, withMessage } from '../../../../../../src/engine/runtimes/results.ts';
import { runtimeKinds } from '../../../../../../src/engine/runtimes/kinds.ts';
import { smallCheckpoint } from '../../../engine/small-checkpoint.ts';

const { manifest } = smallCheckpoint();

describe('the comparison of runtimes', () => {
  const what = 'preset lord, σ 0.3';
  const quiet = { running: undefined, isInterrupted: false };

  it('says what it does, runtime by runtime', () => {
    expect(comparisonStatus({ results: noResults, ...quiet }, what)).toEqual({
      kind: 'preview',
      text: 'Drawn beforehand: preset lord, σ 0.3.',
    });
    const running = { running: 'onnx-wasm', isInterrupted: false } as const;
    const loading = withMessage(started(noResults, 'onnx-wasm'), 'onnx-wasm', {
      type: 'loading',
      progress: { loadedBytes: 1, totalBytes: 4 },
    });
    expect(comparisonStatus({ results: loading, ...running }, what)).toEqual({
      kind: 'loading',
      what: 'Loading ONNX Runtime, WebAssembly (3 of 4)',
      loadedBytes: 1,
      totalBytes: 4,
    });
    expect(comparisonStatus({ results: started(noResults, 'onnx-wasm'), ...running }, what)).toEqual({
      kind: 'ready',
      text: 'Measuring ONNX Runtime, WebAssembly (3 of 4).',
    });
  });

  it('says how it ended', () => {
    const first = withMessage(noResults, 'tfjs-wasm', { type: 'done', downloaded: undefined });
    expect(comparisonStatus({ results: first, ...quiet }, what)).toMatchObject({
      text: 'Stopped. Drawn with: preset lord, σ 0.3.',
    });
    expect(comparisonStatus({ results: first, running: undefined, isInterrupted: true }, what)).toMatchObject(
      {
        text: 'Stopped: a page in the background is slowed down. Measure again.',
      },
    );
    const all = runtimeKinds
      .slice(1)
      .reduce((results, kind) => withMessage(results, kind, { type: 'unavailable', reason: 'no' }), first);
    expect(comparisonStatus({ results: all, ...quiet }, what)).toMatchObject({
      text: 'Measured here and now: 1 of 4 runtimes, preset lord, σ 0.3.',
    });
  });

  it('writes three digits of a time, and differences in levels', () => {
    expect([0.1234, 1.234, 12.34, 123.4].map(millisecondsText)).toEqual(['0.123', '1.23', '12.3', '123']);
    expect([0, 0.0004, 0.0123].map(differenceText)).toEqual(['0', 'under 0.001', '0.012']);
    expect(megabytesText(6_578_721)).toBe('6.6 MB');
  });

  it('holds what was measured between its axes, ten times as much a step up as ten times as much before', () => {
    const { x, y, ticks } = latencyScales([0.05, 700]);
    expect(ticks[0]).toBeLessThanOrEqual(0.05);
    expect(ticks[ticks.length - 1]).toBeGreaterThanOrEqual(700);
    expect(y(1) - y(10)).toBeCloseTo(y(10) - y(100), 6);
    expect(x(10) - x(1)).toBeCloseTo(x(100) - x(10), 6);
  });
});

describe('a checkpoint of the reader’s own', () => {
  it('is told in a few facts', () => {
    const name = 'small';
    const facts = [
      ['title', 'glo-strokes-small'],
      ['id', 'glo-strokes-small'],
      ['family', 'GLO'],
      ['images', '28 × 28, grey'],
      ['learned from', '10 of strokes'],
      ['codes', '4 numbers of content, 3 of class'],
      ['parameters', '66,121'],
      ['epochs', '1'],
      ['seed', '1'],
      ['noise std σ', '0.3'],
    ];
    const missing = 'no metrics.json came with it; npm run evaluate -- glo-strokes-small writes one';
    expect(aboutCheckpoint({ name, manifest })).toEqual([...facts, ['measured', missing]]);
    const measured = { 'reconstruction.loss': 0.0412, 'swap.accuracy': 0.75, diversity: 0.1 };
    expect(aboutCheckpoint({ name, manifest, measured })).toEqual([
      ...facts,
      ['reconstruction loss', '0.041'],
      ['class obeyed', '75.0\u00a0%'],
      ['ink kept', 'not measured'],
      ['diversity', '0.100'],
    ]);
  });

  it('draws in the figures, or it is said why not', () => {
    const { model, previews } = manifest;
    const ofEachClass = { ...previews, images: Array.from({ length: 10 }, (_, image) => image) };
    expect(whyNotInFigures({ ...manifest, previews: ofEachClass }, 10)).toBeUndefined();
    expect(whyNotInFigures(manifest, 10)).toBe(
      'The figures begin with an image of each class, and this has learned images of 1 of its 10 classes.',
    );
    expect(whyNotInFigures({ ...manifest, previews: ofEachClass }, 2000)).toBe(
      'The figures pick from the codes of 2,000 images, and this has those of 10.',
    );
    expect(whyNotInFigures({ ...manifest, model: { ...model, numClasses: 3 } }, 10)).toBe(
      'The figures have ten classes, and this has 3.',
    );
    expect(whyNotInFigures({ ...manifest, model: { ...model, imageChannels: 3 } }, 10)).toBe(
      'The figures show grey images of 28 × 28, and these have 28 × 28 × 3.',
    );
    expect(whyNotInFigures({ ...manifest, family: 'vae' } as unknown as Manifest, 10)).toBe(
      'The figures that can draw with a checkpoint of yours are of GLO, and this is of the family vae.',
    );
  });
});

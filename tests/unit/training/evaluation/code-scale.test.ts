import { expect, it } from 'vitest';
import { measureCodeScale } from '../../../../training/evaluation/code-scale.ts';
import { codeSource } from './code-source.ts';

it('measures the codes by hand', () => {
  const source = codeSource({ contentCodes: Float32Array.of(3, 4, 0, 1), labels: '01' });
  const metrics = measureCodeScale(source, 0.5);
  const rms = Math.sqrt((9 + 16 + 0 + 1) / 4);
  expect(metrics['codes.contentRms']).toEqual({ value: rms, n: 2 });
  expect(metrics['codes.classRms']).toEqual({ value: Math.sqrt(0.5), n: 2 });
  expect(metrics['codes.contentNorm']).toEqual({ value: 3, n: 2 });
  expect(metrics['codes.noiseToCode']?.value).toBeCloseTo(0.5 / rms, 12);
});

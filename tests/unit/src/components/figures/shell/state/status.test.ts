import { expect, test } from 'vitest';
import { bytesText, statusText } from '../../../../../../../src/components/controls/figure-status.ts';
import { figureStatus } from '../../../../../../../src/components/figures/shell/state/status.ts';

const shown = { id: 'glo-mnist-lord-sigma0.3', preset: 'lord', contentNoiseStd: 0.3 } as const;
const quiet = { shown, isLive: false, engineKind: 'tfjs', progress: undefined, error: undefined } as const;
const error = { code: 'wrong-hash', message: 'Reload the page.' } as const;

test.each([
  [quiet, 'Drawn beforehand: preset lord, σ 0.3.'],
  [{ ...quiet, isLive: true }, 'Live: preset lord, σ 0.3, drawn by tfjs.'],
  [
    { ...quiet, isLive: true, engineKind: 'onnx' as const },
    'Live: preset lord, σ 0.3, drawn by ONNX Runtime.',
  ],
  [{ ...quiet, progress: { loadedBytes: 61_900, totalBytes: 247_800 } }, 'Loading the model'],
  [{ ...quiet, error }, 'A file of this checkpoint has the wrong hash.'],
])('the status line reads well (%#)', (input, text) => {
  expect(statusText(figureStatus(input))).toBe(text);
});

test('loading goes by bytes', () => {
  expect(bytesText({ loadedBytes: 61_900, totalBytes: 247_800 })).toBe(': 62 of 248 kB, 24\u00a0%');
  expect(bytesText({ loadedBytes: 0, totalBytes: 0 })).toBe(': 0 of 0 kB, 0\u00a0%');
});

test('an error says what the picture is meanwhile, and what to do', () => {
  expect(figureStatus({ ...quiet, error })).toMatchObject({
    kind: 'error',
    meanwhile: 'The picture shows preset lord, σ 0.3, drawn beforehand.',
    details: 'Reload the page.',
  });
  expect(figureStatus({ ...quiet, isLive: true, error })).toMatchObject({
    meanwhile: 'The picture shows preset lord, σ 0.3.',
  });
});

import { expect, test } from 'vitest';
import { figureStatus } from '../../../../../../src/components/figures/state/status.ts';
import { statusText } from '../../../../../../src/components/controls/figure-status.ts';

const shown = { id: 'glo-mnist-lord-sigma0.3', recipe: 'lord', contentNoiseStd: 0.3 } as const;
const quiet = { shown: undefined, engineKind: 'tfjs', progress: undefined, error: undefined } as const;
const error = { code: 'wrong-hash', message: 'Reload the page.' } as const;

test.each([
  [quiet, 'Pictures made at training time.'],
  [{ ...quiet, shown }, 'Live: recipe lord, σ 0.3, drawn by tfjs.'],
  [{ ...quiet, shown, engineKind: 'onnx' as const }, 'Live: recipe lord, σ 0.3, drawn by ONNX Runtime.'],
  [
    { ...quiet, progress: { loadedBytes: 61_900, totalBytes: 247_800 } },
    'Loading the model: 62 of 248 kB, 24 %',
  ],
  [
    { ...quiet, error },
    'A file of this checkpoint has the wrong hash. The picture was made at training time.',
  ],
  [
    { ...quiet, shown, error },
    'A file of this checkpoint has the wrong hash. The picture still shows recipe lord, σ 0.3.',
  ],
])('the status line reads well (%#)', (input, text) => {
  expect(statusText(figureStatus(input))).toBe(text);
});

test('an error says what to do', () => {
  expect(figureStatus({ ...quiet, error })).toMatchObject({ kind: 'error', details: 'Reload the page.' });
});

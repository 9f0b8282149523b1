/** Where codes start and how fast everything learns: the published exercise, or LORD's small codes with a rate of their own. Runs in a browser. */
import type { TrainingConfig } from '../../../src/contract/families/glo.ts';

const small = { codeInitStd: 0.05, learningRates: { generator: 1e-3, classCodes: 1e-2, contentCodes: 1e-2 } };

export const codeSettings = {
  exercise: { codeInitStd: 1, learningRates: { generator: 1e-3, classCodes: 1e-3, contentCodes: 1e-3 } },
  lord: small,
  styled: small,
} as const satisfies Record<TrainingConfig['preset'], unknown>;

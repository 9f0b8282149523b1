import { expect, test } from 'vitest';
import { reconstructionsFields } from '../../../../../../src/components/figures/reconstructions/state.ts';
import { formatState, parseState } from '../../../../../../src/components/figures/shell/state/fields.ts';
import { facts } from '../facts.ts';

test('the reconstructions’ whole state goes through a link', () => {
  const fields = reconstructionsFields(facts);
  for (const from of ['each', 'any', '4']) {
    const text = `recipe:exercise,sigma:0.3,all:yes,from:${from},seed:3`;
    expect(formatState(fields, parseState(fields, text))).toBe(text);
  }
});

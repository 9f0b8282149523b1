import { expect, test } from 'vitest';
import { encodeJson } from '../../../../training/export/encode-json.ts';

const written = (value: unknown) => new TextDecoder().decode(encodeJson(value));

test('what holds no other list or object is one line', () => {
  const value = { id: 'a', curve: [1, 2.5, 3], figures: { swap: { value: 0.5, n: 2 } }, none: [], empty: {} };
  expect(written(value)).toBe(
    [
      '{',
      '  "id": "a",',
      '  "curve": [ 1, 2.5, 3 ],',
      '  "figures": {',
      '    "swap": { "value": 0.5, "n": 2 }',
      '  },',
      '  "none": [],',
      '  "empty": {}',
      '}',
      '',
    ].join('\n'),
  );
});

test('reads back as it was, whatever is in its strings', () => {
  const value = {
    text: '[\n  { "a": 1 }\n]',
    list: ['{', '}\n', '  [  '],
    nested: [[{ a: '  \t]' }]],
    n: -0.1,
  };
  expect(JSON.parse(written(value))).toEqual(value);
});

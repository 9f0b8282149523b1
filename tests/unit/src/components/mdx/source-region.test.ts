import { describe, expect, it } from 'vitest';
import { cutRegion, wholeFile } from '../../../../../src/components/mdx/source-region.ts';

const source = `import x from 'x';
export function train() {
  // #region one step
  const loss = step();

  if (loss > 1) {
    stop();
  }
  // #endregion
}
// #region nothing
// #endregion
// #region open
const forgotten = 1;`;

describe('A quoted region', () => {
  it('holds the lines between its markers without their common indentation', () => {
    expect(cutRegion(source, 'one step', 'train.ts')).toEqual({
      code: 'const loss = step();\n\nif (loss > 1) {\n  stop();\n}',
      firstLine: 4,
      lastLine: 8,
    });
  });

  it('that is not there fails with the file and the regions there are', () => {
    expect(() => cutRegion(source, 'two steps', 'train.ts')).toThrow(
      'train.ts has no "// #region two steps"; its regions: one step, nothing, open. Mark the lines to quote.',
    );
  });

  it('that is empty, or never ends, fails', () => {
    expect(() => cutRegion(source, 'nothing', 'train.ts')).toThrow(
      'train.ts: "// #region nothing" is empty.',
    );
    expect(() => cutRegion(source, 'open', 'train.ts')).toThrow(
      'train.ts: "// #region open" has no "// #endregion" after it.',
    );
  });
});

describe('A quoted file', () => {
  it('is the whole text from its first line, without the line end after its last', () => {
    expect(wholeFile('import torch\n\nprint(1)\n')).toEqual({
      code: 'import torch\n\nprint(1)',
      firstLine: 1,
      lastLine: 3,
    });
  });
});

/** The programs of the chapter on mistakes: what differs from the right one; and, where PyTorch is installed, that each runs and is wrong. */
import { beforeAll, describe, expect, it } from 'vitest';
import { programOf, programText } from '../../../../../../src/components/figures/mistakes/program.ts';
import { mistakeNames } from '../../../../../../src/contract/families/glo.ts';
import { describeWithPython, runPython } from '../../../../../support/python.ts';

const right = programOf(null);

describe('the programs', () => {
  it('are right without a mistake', () => {
    expect(right.some(({ isWrong }) => isWrong)).toBe(false);
    expect(right.some(({ instead }) => instead !== undefined)).toBe(false);
  });

  it.each(mistakeNames)('%s is wrong in its own lines alone, and says what belongs there', (mistake) => {
    const lines = programOf(mistake);
    expect(lines.some(({ isWrong }) => isWrong)).toBe(true);
    const mended = lines.flatMap(({ code, isWrong, instead }) => [
      ...(isWrong ? [] : [code]),
      ...(instead === undefined ? [] : [instead]),
    ]);
    expect(mended).toEqual(right.map(({ code }) => code));
  });

  it('are short, and no two of them alike', () => {
    const texts = mistakeNames.map((mistake) => programText(programOf(mistake)));
    expect(new Set([...texts, programText(right)]).size).toBe(mistakeNames.length + 1);
    for (const text of texts) expect(text.split('\n').length).toBeLessThanOrEqual(23);
  });
});

interface Outcome {
  readonly classMoved: number;
  readonly contentMoved: number;
  readonly contentSize: number;
  readonly startSize: number;
  readonly loss: number;
  readonly pictures: readonly number[];
  readonly training: boolean;
  readonly newContents: readonly number[];
  readonly meanShape: readonly number[];
  readonly noiseShape: readonly number[];
}

describeWithPython('the programs, run', ['torch'], () => {
  let outcomes: Readonly<Record<string, Outcome>>;
  beforeAll(() => {
    const programs = Object.fromEntries([
      ['right', programText(right)],
      ...mistakeNames.map((mistake) => [mistake, programText(programOf(mistake))]),
    ]) as Record<string, string>;
    outcomes = runPython(['tests/support/nine_programs.py'], programs) as Record<string, Outcome>;
  }, 120_000);

  it('all run to the end, draw ten pictures a class, and draw new contents', () => {
    for (const [name, { loss, pictures, newContents }] of Object.entries(outcomes)) {
      expect(Number.isFinite(loss), name).toBe(true);
      expect(pictures, name).toEqual([10, 1, 28, 28]);
      expect(newContents, name).toEqual([80, 25]);
    }
  });

  it('the right one moves both tables a little, and is ready to draw', () => {
    const { classMoved, contentMoved, training, meanShape, noiseShape } = outcomes['right'];
    expect(classMoved).toBeGreaterThan(1e-3);
    expect(contentMoved).toBeGreaterThan(1e-3);
    expect(contentMoved).toBeLessThan(0.02);
    expect(training).toBe(false);
    expect(meanShape).toEqual([1, 25]);
    expect(noiseShape).toEqual([16, 25]);
  });

  it('each wrong one shows its mistake', () => {
    const { contentMoved, loss } = outcomes['right'];
    expect(outcomes['copied-codes']).toMatchObject({ classMoved: 0, contentMoved: 0 });
    // A code takes a step in its own batch alone, three in all, where the right one's takes nine.
    expect(outcomes['slot-moments'].contentMoved).toBeGreaterThan(0);
    expect(outcomes['slot-moments'].contentMoved).toBeLessThan(0.7 * contentMoved);
    expect(outcomes['stored-noise'].contentMoved).toBeGreaterThan(0.3);
    expect(outcomes['shared-noise'].noiseShape).toEqual([25]);
    expect(outcomes['accumulated-gradients'].contentMoved).toBeGreaterThan(contentMoved);
    const { contentSize, startSize } = outcomes['coupled-decay'];
    expect(contentSize).toBeLessThan(startSize - 0.005);
    expect(outcomes['batch-norm-penalty'].loss).toBeGreaterThan(1.2 * loss);
    expect(outcomes['batch-of-one'].training).toBe(true);
    expect(outcomes['statistics-axis'].meanShape).toEqual([80, 1]);
  });
});

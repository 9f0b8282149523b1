import { describe, expect, it } from 'vitest';
import { csvOf, type Cell } from '../../../../../../src/components/figures/alone/csv.ts';

const cell = (text: string, colSpan = 1, rowSpan = 1): Cell => ({ text, colSpan, rowSpan });

describe('A table as CSV', () => {
  it('has a line a row, ended as RFC 4180 asks', () => {
    expect(
      csvOf([
        [cell('σ'), cell('lord')],
        [cell('0.1'), cell('0.02 ± 0.01')],
      ]),
    ).toBe('σ,lord\r\n0.1,0.02 ± 0.01\r\n');
  });

  it('quotes commas, quotes and line ends', () => {
    expect(csvOf([[cell('N(0, I)'), cell('a "quoted" word'), cell('two\nlines')]])).toBe(
      '"N(0, I)","a ""quoted"" word","two\nlines"\r\n',
    );
  });

  it('repeats a heading over all columns and rows that it spans', () => {
    const head = [cell('σ', 1, 2), cell('Loss', 2)];
    expect(csvOf([head, [cell('a'), cell('b')], [cell('0'), cell('1'), cell('2')]])).toBe(
      'σ,Loss,Loss\r\nσ,a,b\r\n0,1,2\r\n',
    );
  });
});

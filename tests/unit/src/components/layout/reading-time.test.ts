/** The minutes under a chapter's title: which words count, and how they are said. */
import { describe, expect, it } from 'vitest';
import {
  countWords,
  readingTime,
  readingTimeInWords,
} from '../../../../../src/components/layout/reading-time.ts';

const words = (count: number): string => 'word '.repeat(count);

describe('The reading time', () => {
  it('counts what is read as words: no imports, formulas, tags, addresses or code', () => {
    const source = `---
layout: x
---

import A from 'b';

Two words <Claim id="a-b">and three more.</Claim> $x + y$ [a link](#fig-x=a:1)

\`\`\`sh
npm run train
\`\`\`
`;
    expect(countWords(source)).toBe(7);
  });

  it('grows with the words, and is never nothing', () => {
    expect(readingTime(words(5)).main).toBe(1);
    expect(readingTime(words(1800)).main).toBe(10);
  });

  it('counts apart what is folded', () => {
    const time = readingTime(`${words(900)}\n<Curious id="a" title="b">\n${words(360)}\n</Curious>\n`);
    expect(time).toEqual({ main: 5, folded: 2 });
    expect(readingTimeInWords(time)).toBe('5 minutes to read, 2 more for the curious');
  });

  it('says one minute as one', () => {
    expect(readingTimeInWords({ main: 1, folded: 0 })).toBe('1 minute to read');
  });
});

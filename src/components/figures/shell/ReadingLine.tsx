/** What the judge reads in one picture, as a line of its caption that is there before it is filled. */
import type { Reading } from '../../../engine/api.ts';
import { readingText } from './state/readings.ts';

export const ReadingLine = ({ reading }: { readonly reading: Reading | undefined }) => (
  <span className="reading-line">{reading ? readingText(reading) : '\u00a0'}</span>
);

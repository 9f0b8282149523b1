/**
 * How long a chapter takes to read: the words of its .mdx, without what no reader reads as words, at a calm pace. Counted when the site
 * is built. What is folded for the curious counts apart. Not here: figures, which take as long as one plays.
 */
import type { Chapter } from './contents.ts';
import { pageSource } from './page-source.ts';

/** Words a minute of a reader for whom English is a second language. */
const pace = 180;

export interface ReadingTime {
  /** Minutes for what is open. */
  readonly main: number;
  /** Minutes for what is folded; 0 where nothing is. */
  readonly folded: number;
}

/** Without front matter, imports, quoted code, comments, formulas, tags and addresses of links. */
export const textOf = (source: string): string =>
  source
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/^import .*$/gm, '')
    .replace(/^```.*?^```$/gms, '')
    .replace(/\{\/\*.*?\*\/\}/gs, '')
    .replace(/\$\$.*?\$\$/gs, ' ')
    .replace(/\$[^$\n]*(?:\n[^$\n]+)*?\$/g, ' ')
    .replace(/<\/?[A-Za-z][^>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, ']');

export const countWords = (source: string): number =>
  textOf(source)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const folds = /<(Curious|Exercises)\b.*?<\/\1>/gs;

const minutes = (words: number): number => Math.round(words / pace);

export function readingTime(source: string): ReadingTime {
  const folded = (source.match(folds) ?? []).reduce((sum, fold) => sum + countWords(fold), 0);
  return { main: Math.max(1, minutes(countWords(source.replace(folds, '')))), folded: minutes(folded) };
}

/** "9 minutes to read, 3 more for the curious". */
export const readingTimeInWords = ({ main, folded }: ReadingTime): string =>
  `${main} ${main === 1 ? 'minute' : 'minutes'} to read${folded > 0 ? `, ${folded} more for the curious` : ''}`;

export const readingTimeOf = (page: Chapter): ReadingTime => readingTime(pageSource(page));

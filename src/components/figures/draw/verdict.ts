/** What a search says of a picture, in words: which class fits best, how well, and whether that means anything. Pure. */
import type { Reading } from '../../../engine/api.ts';
import { aDigit } from '../../controls/digit-words.ts';
import { readingText } from '../shell/state/readings.ts';
import { bestClass } from './searcher.ts';

interface Facts {
  /** The least loss of each class, [10]. */
  readonly losses: ArrayLike<number>;
  /** The mean of digits of the test file after such a search; undefined where it was not measured. */
  readonly usualLoss: number | undefined;
  /** What the judge reads in the picture itself; undefined until it has, and where there is none. */
  readonly reading: Reading | undefined;
}

/**
 * How many times the usual loss is no digit's any more. Of 40 digits of the test file under six models, the worst came to 2.3 times, and
 * scribbles, crosses and noise to more than three.
 */
const farFromUsual = 2.6;
/** Second best by no more than this share: the race says little. */
const closeShare = 0.1;

export const lossText = (loss: number): string => loss.toFixed(3);

export function verdictOf({ losses, usualLoss, reading }: Facts): string {
  const best = bestClass(losses);
  const usual =
    usualLoss === undefined
      ? 'what digits of the test file come to was not measured'
      : `digits of the test file come to ${lossText(usualLoss)} on average`;
  if (usualLoss !== undefined && losses[best] > farFromUsual * usualLoss) {
    return `Nothing fits. The best of the ten, ${aDigit(best)}, ends at a loss of ${lossText(losses[best])}; ${usual}. No code of this model draws this picture, so it is hardly a digit as MNIST has them.`;
  }
  const second = bestClass(Array.from(losses, (loss, digit) => (digit === best ? Infinity : loss)));
  const isClose = losses[second] < (1 + closeShare) * losses[best];
  const parts = [
    `The best fit is ${aDigit(best)}, with a loss of ${lossText(losses[best])}; ${usual}.`,
    isClose
      ? `${upper(aDigit(second))} fits almost as well: a long search bends the content until a wrong class draws it, too.`
      : '',
    reading ? `The judge, which never searches, says that your picture ${readingText(reading)}.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

const upper = (text: string): string => text[0].toUpperCase() + text.slice(1);

/** Mistakes that are easily made in the exercise, in the order of the game: what each does wrong, and what its pictures show. */
import type { MistakeName } from '../../../contract/families/glo.ts';
import { readMetrics, type Metrics, type Setting } from '../../build/metrics.ts';

interface MistakeText {
  readonly title: string;
  readonly says: string;
  /** Where it shows: in its transfers, unless said. */
  readonly shows?: ShownKind;
  /** What is seen there, for who cannot see it. */
  readonly seen: string;
}

export type ShownKind = 'transfers' | 'samples';

/** What is seen of the run without a mistake. */
export const rightSeen: Readonly<Record<ShownKind, string>> = {
  transfers: 'Readable digits, some of them faint; thick beside thin in most columns.',
  samples: 'Readable digits, some of them faint or broken.',
};

export const mistakeTexts: Readonly<Record<MistakeName, MistakeText>> = {
  'coupled-decay': {
    title: 'Decay through Adam',
    says: 'Weight decay is added to the gradient before Adam, which divides by the size of the gradient. A code’s own gradient is tiny, so nearly all of the step is decay.',
    seen: 'Ten blurred digits, one a class, the same in every column.',
  },
  'shared-noise': {
    title: 'One noise for all',
    says: 'One noise vector is drawn for a whole batch, so that all its images move together.',
    seen: 'Much as in the right run: readable digits, some faint, thick beside thin in most columns.',
  },
  'accumulated-gradients': {
    title: 'Gradients never zeroed',
    says: 'The optimizer of the codes is left out when gradients are cleared. Every step follows the sum of all gradients since the first.',
    seen: 'Clear, bold digits, few of them broken; some columns are thinner than others all the way down.',
  },
  'copied-codes': {
    title: 'Codes copied out',
    says: 'The batch’s codes are copied into a new parameter, the copy is trained, and nobody writes it back. Both tables stay at their random start.',
    seen: 'Readable digits, many blurred or faint; nothing of the hand is shared down a column.',
  },
  'batch-of-one': {
    title: 'A batch of one',
    says: 'The generator is never told that training is over, and draws one picture at a time. Batch normalization uses the picture’s own mean and variance, not those that it kept from training.',
    seen: 'The digits of the right run, the faint ones darker and the bold ones lighter.',
  },
  'stored-noise': {
    title: 'Noise kept',
    says: 'The noise is added to the table itself. The code of an image takes a random step each epoch, and its old place is lost.',
    seen: 'Bold digits, several of them broken or of another class, such as sevens among the twos.',
  },
  'batch-norm-penalty': {
    title: 'Norm of the whole batch',
    says: 'The penalty is the square of the summed size of all codes in the batch, so that each code is pushed in proportion to all the others.',
    seen: 'Digits with smeared edges, some half dissolved, above all fours and sixes.',
  },
  'slot-moments': {
    title: 'Moments by place in the batch',
    says: 'The optimizer is made for a batch of codes, not for the table of all codes. Each image goes on with the momentum of another image, which had its place before.',
    seen: 'Readable digits, many blurred or faint; nothing of the hand is shared down a column.',
  },
  'statistics-axis': {
    title: 'The other axis',
    says: 'To sample contents, mean and standard deviation are taken over the 25 numbers of each code, not of each number over the images. All 25 are drawn alike.',
    shows: 'samples',
    seen: 'Readable digits, some of them faint or broken, much as in the right run.',
  },
};

/** The run without a mistake, with the same seed. */
export const rightId = 'glo-mnist-exercise-sigma0.3';

export const mistakenRuns = (
  metrics: Metrics = readMetrics(),
): readonly { readonly mistake: MistakeName; readonly setting: Setting }[] =>
  (Object.keys(mistakeTexts) as MistakeName[]).flatMap((mistake) =>
    metrics.settings
      .filter(({ group, training }) => group === 'mistakes' && training.mistake === mistake)
      .map((setting) => ({ mistake, setting })),
  );

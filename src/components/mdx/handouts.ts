/**
 * What the documents behind these pages set, task by task and claim by claim, in our words, with where each is answered: a question of
 * questions.ts, and the figures and sections that show it. Not here: the answers, and how claims fared (questions.ts).
 */
import { findQuestion } from './questions.ts';

/** A figure by its id, or a section by its address within the site: `/encoder/#linear-proof`. */
export type Place = { readonly figure: string } | { readonly section: string; readonly text: string };

export interface Task {
  /** Undefined where the question says the same. */
  readonly text: string | undefined;
  readonly question: string;
  readonly places: readonly Place[];
}

export interface Handout {
  readonly title: string;
  readonly tasks: readonly Task[];
}

const figure = (id: string): Place => ({ figure: id });
const section = (address: string, text: string): Place => ({ section: address, text });

const task = (text: string, question: string, ...places: Place[]): Task => ({ text, question, places });
/** In the words of its question. */
const asked = (question: string, ...places: Place[]): Task => ({ text: undefined, question, places });

export const handouts: readonly Handout[] = [
  {
    title: 'The exercise on GLO',
    tasks: [
      task(
        'Implement GLO with class codes, content codes and noise.',
        'the-exercise',
        section('/method/#the-algorithm', 'the algorithm'),
        section('/method/#from-paper-to-code', 'from paper to code'),
      ),
      task(
        'Train it on the first 2,000 digits: 50 epochs of Adam at its default rate, L1 + L2, σ = 0.3.',
        'the-exercise',
        section('/method/#two-presets', 'two presets'),
      ),
      task(
        'Log the loss and reconstructions with TensorBoard.',
        'the-exercise',
        figure('event-scalars'),
        figure('event-images'),
      ),
      task('Show the results.', 'the-exercise', figure('reconstructions'), figure('transfer-grid')),
      task('What happens with too much noise? Show it.', 'much-noise', figure('noise-collapse')),
      task('And with too little?', 'little-noise', figure('noise-sweep')),
      task(
        'Does a classifier of the class, trained on content codes, put this into a number?',
        'class-from-content',
        figure('noise-probes'),
      ),
    ],
  },
  {
    title: 'Two reports on it: what they claim',
    tasks: [
      asked('leaks-when-little', section('/noise/#too-little', 'too little')),
      asked('alike-when-much', figure('noise-trade-off')),
      asked('norm-penalty', figure('content-decay')),
      asked('sum-of-losses', figure('four-losses')),
      asked('blur-of-l2', figure('one-pixel')),
      asked('detail-of-l1', figure('one-picture')),
      asked('drawn-class-codes', section('/samples/#random-class-codes', 'random class codes')),
      asked('samples-after-little', figure('noise-samplers')),
      asked('loss-by-noise', figure('noise-twenty')),
      asked('best-setting', figure('noise-twenty')),
      asked('epoch-by-epoch', figure('epoch-scrubber')),
      asked('any-class', section('/swaps/#four-to-three', 'four to three')),
    ],
  },
  {
    title: 'The homework on autoencoders',
    tasks: [
      task(
        'A linear autoencoder with 2, 5, 10, 50 and 100 code numbers: rebuild ten training and ten validation images.',
        'linear-pictures',
        figure('rebuilt-images'),
      ),
      task(
        'Go in ten steps from a training to a validation image, ten times.',
        'linear-pictures',
        figure('between-images'),
      ),
      task('Decode ten draws from N(0, I). What do you observe?', 'linear-pictures', figure('drawn-codes')),
      task(
        'Prove that it is equivalent to PCA.',
        'linear-is-pca',
        section('/encoder/#linear-proof', 'the proof'),
      ),
      task(
        'With a non-linear code, a sigmoid and cross-entropy: is it better? Why?',
        'non-linear',
        figure('error-by-code-dim'),
      ),
      task('Stack layers: is it better than one?', 'stacked', figure('error-by-code-dim')),
      task(
        'Is it hard to train, so that layers have to be trained one by one first?',
        'hard-to-train',
        figure('depth-curves'),
      ),
      task(
        'A VAE of the same sizes, its pictures drawn at the mode μ: what do you observe?',
        'vae-pictures',
        figure('by-code-size'),
      ),
      task('And without the KL term?', 'vae-without-kl', figure('plane-of-codes')),
      task(
        'A DCGAN with other learning rates and parameters: what changes in its losses, and in how it converges?',
        'learning-rates',
        figure('games-in-training'),
        figure('score-courses'),
      ),
    ],
  },
  {
    title: 'The course project on VAEs',
    tasks: [
      asked('data-variance', figure('by-data-variance')),
      asked('two-parts', figure('parts-by-size')),
      asked('evidence', section('/distribution/#why-a-bound', 'why a bound')),
      asked('log-variance', section('/distribution/#why-the-logarithm-of-the-variance', 'why the logarithm')),
      asked('without-divergence', figure('two-samplers')),
      asked('code-of-one-image', figure('plane-of-codes')),
      asked('same-image-twice', section('/distribution/#true-or-false', 'true or false')),
      asked('upper-bound', section('/distribution/#elbo', 'the bound')),
    ],
  },
  {
    title: 'The course project on GANs',
    tasks: [
      asked('gradients-while-sampling', section('/adversary/#two-losses-two-turns', 'two turns')),
      asked('stop-at-low-loss', figure('loss-and-score')),
      asked('losses-part', figure('games-in-training')),
      asked('vae-against-gan', figure('vae-and-gans')),
      asked('ideal-losses', section('/adversary/#two-losses-two-turns', 'two turns')),
      asked('into-the-generator', section('/adversary/#two-losses-two-turns', 'two turns')),
      asked('draw-from-normal', figure('walks-and-looks')),
      asked(
        'discriminator-first',
        section('/adversary/#how-many-steps-for-the-critic', 'steps of the critic'),
      ),
      asked('fifty-per-cent', section('/adversary/#true-or-false', 'true or false')),
      asked('label-noise', section('/adversary/#noisy-labels-and-the-learning-rate', 'noisy labels')),
    ],
  },
  {
    title: 'The project on Wasserstein GANs',
    tasks: [
      task(
        'Compare a plain GAN, one with spectral normalization (SN), a WGAN, and a WGAN with SN by their samples.',
        'four-gans',
        figure('games-in-training'),
      ),
      task(
        'And by their Inception Score, epoch by epoch and as a trend.',
        'four-gans',
        figure('score-courses'),
      ),
      task(
        'Add a gradient penalty.',
        'gradient-penalty',
        section('/adversary/#gradient-penalty', 'how it is computed'),
      ),
      asked('sn-slightly-better', figure('score-courses')),
      asked('critic-steps', section('/adversary/#how-many-steps-for-the-critic', 'steps of the critic')),
      asked('critic-steps-with-sn', figure('score-courses')),
      asked('which-is-best', figure('every-model')),
      asked(
        'inception-as-judge',
        section('/noise/#scores-that-reward-a-collapse', 'scores that reward a collapse'),
      ),
    ],
  },
];

export const textOfTask = ({ text, question }: Task): string => text ?? findQuestion(question).question.text;

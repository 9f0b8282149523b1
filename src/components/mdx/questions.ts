/**
 * What the documents behind these pages ask and claim, in our words and in the order of the page: a number is a place in this list. Not
 * here: the answers, which src/pages/questions.mdx has.
 */

/** Of a claim, by what was measured: it holds, holds in part, or does not hold. */
export type Outcome = 'holds' | 'part' | 'fails';

export interface Question {
  readonly id: string;
  readonly text: string;
  /** A question has none. tests/content/questions.test.ts holds each to the measurements. */
  readonly outcome?: Outcome;
}

export interface QuestionGroup {
  /** A heading of the page. */
  readonly title: string;
  readonly questions: readonly Question[];
}

export const questionGroups: readonly QuestionGroup[] = [
  {
    title: 'The exercise on GLO, and two reports',
    questions: [
      { id: 'the-exercise', text: 'What does the exercise ask for, and what comes of it?' },
      { id: 'much-noise', text: 'What happens with too much noise?' },
      { id: 'little-noise', text: 'What happens with too little noise?' },
      {
        id: 'class-from-content',
        text: 'How well a classifier finds the class in the content codes says how much of it leaks.',
        outcome: 'fails',
      },
      {
        id: 'leaks-when-little',
        text: 'With too little noise, the class leaks into the content codes.',
        outcome: 'part',
      },
      {
        id: 'alike-when-much',
        text: 'With more noise, all images of a class become alike.',
        outcome: 'part',
      },
      {
        id: 'norm-penalty',
        text: 'A penalty on the norm of the content codes does not help.',
        outcome: 'fails',
      },
      { id: 'sum-of-losses', text: 'L1 + L2 is better than L1 or L2 alone.', outcome: 'part' },
      { id: 'blur-of-l2', text: 'L2 blurs.', outcome: 'holds' },
      { id: 'detail-of-l1', text: 'L1 misses detail.', outcome: 'holds' },
      {
        id: 'drawn-class-codes',
        text: 'Random vectors in place of class codes give digits, too.',
        outcome: 'part',
      },
      {
        id: 'samples-after-little',
        text: 'After training with little noise, new samples fail.',
        outcome: 'part',
      },
      { id: 'loss-by-noise', text: 'The loss rises with σ, over twenty values.', outcome: 'part' },
      { id: 'best-setting', text: 'L1 with σ = 0.1 is the best setting.', outcome: 'fails' },
      { id: 'epoch-by-epoch', text: 'Digits get better epoch by epoch.', outcome: 'part' },
      {
        id: 'any-class',
        text: 'Any class can be drawn as any other: a 4 becomes a 3.',
        outcome: 'part',
      },
    ],
  },
  {
    title: 'The homework on autoencoders',
    questions: [
      {
        id: 'linear-pictures',
        text: 'A linear autoencoder with 2 to 100 code numbers: what do its pictures show?',
      },
      { id: 'linear-is-pca', text: 'A linear autoencoder is equivalent to PCA.', outcome: 'holds' },
      {
        id: 'non-linear',
        text: 'A non-linear code, with a sigmoid and cross-entropy, is better than a linear one.',
        outcome: 'part',
      },
      { id: 'stacked', text: 'Several layers are better than one.', outcome: 'part' },
      {
        id: 'hard-to-train',
        text: 'Deep autoencoders are hard to train: their layers have to be trained one by one first.',
        outcome: 'part',
      },
      { id: 'vae-pictures', text: 'A VAE with as many code numbers: what do its pictures show?' },
      { id: 'vae-without-kl', text: 'The same VAE without the KL term: what do its pictures show?' },
      {
        id: 'learning-rates',
        text: 'A DCGAN with other learning rates: what changes in its losses, and in how it converges?',
      },
    ],
  },
  {
    title: 'The course project on VAEs',
    questions: [
      {
        id: 'data-variance',
        text: 'What does the variance of the data term do, when it is low and when it is high?',
      },
      {
        id: 'two-parts',
        text: 'What are the two parts of the loss for, and what does the KL term do to the codes?',
      },
      { id: 'evidence', text: 'Why does one start from the evidence, p(x)?' },
      { id: 'log-variance', text: 'Why does the encoder give log σ², and not σ²?' },
      {
        id: 'without-divergence',
        text: 'Without the KL term: what happens to reconstructions in training, and to generated images?',
      },
      {
        id: 'code-of-one-image',
        text: 'The code of one image is distributed as N(0, I).',
        outcome: 'fails',
      },
      {
        id: 'same-image-twice',
        text: 'To encode the same image twice, and decode, gives the same picture.',
        outcome: 'fails',
      },
      {
        id: 'upper-bound',
        text: 'What is minimized is an upper bound of the real loss, and one hopes that it is tight.',
        outcome: 'holds',
      },
    ],
  },
  {
    title: 'The course project on GANs',
    questions: [
      {
        id: 'gradients-while-sampling',
        text: 'When pictures are drawn in training: when must the generator keep gradients, and when not?',
      },
      {
        id: 'stop-at-low-loss',
        text: 'Training can stop when the generator’s loss is below a threshold.',
        outcome: 'fails',
      },
      {
        id: 'losses-part',
        text: 'What does it mean when the discriminator’s loss stays and the generator’s falls?',
      },
      {
        id: 'vae-against-gan',
        text: 'How do pictures of a VAE and of a GAN differ, and why?',
      },
      {
        id: 'ideal-losses',
        text: 'Ideally the generator’s loss is low and the discriminator’s is high.',
        outcome: 'fails',
      },
      {
        id: 'into-the-generator',
        text: 'To train the discriminator, one has to backpropagate into the generator.',
        outcome: 'fails',
      },
      {
        id: 'draw-from-normal',
        text: 'One generates by drawing codes from N(0, I).',
        outcome: 'holds',
      },
      {
        id: 'discriminator-first',
        text: 'Can it help to train the discriminator for a few epochs first?',
      },
      {
        id: 'fifty-per-cent',
        text: 'When samples look right and the discriminator only guesses, training the generator on makes them better.',
        outcome: 'fails',
      },
      {
        id: 'label-noise',
        text: 'Labels of 0 ± ε and 1 ± ε: what are they for, and what do they change?',
      },
    ],
  },
  {
    title: 'The project on Wasserstein GANs',
    questions: [
      {
        id: 'four-gans',
        text: 'A plain GAN, one with spectral normalization (SN), a Wasserstein GAN (WGAN), and a WGAN with SN: how do they compare?',
      },
      { id: 'gradient-penalty', text: 'And with a gradient penalty?' },
      {
        id: 'sn-slightly-better',
        text: 'With SN a GAN has a slightly better Inception Score, at its best and as a trend.',
        outcome: 'part',
      },
      {
        id: 'critic-steps',
        text: 'Of WGANs, that with one critic step has the highest score, that with five the best trend, and that with two is unstable in the end.',
        outcome: 'fails',
      },
      {
        id: 'critic-steps-with-sn',
        text: 'With SN, twenty critic steps reach a peak early, and five rise steadily.',
        outcome: 'part',
      },
      { id: 'which-is-best', text: 'Which of these is the best?' },
      {
        id: 'inception-as-judge',
        text: 'The Inception Score is the right measure to choose by.',
        outcome: 'part',
      },
    ],
  },
];

export const questions: readonly Question[] = questionGroups.flatMap((group) => group.questions);

export function findQuestion(id: string): { readonly question: Question; readonly number: number } {
  const index = questions.findIndex((question) => question.id === id);
  if (index >= 0) return { question: questions[index], number: index + 1 };
  const known = questions.map((question) => question.id).join(', ');
  throw new Error(
    `No question with the id "${id}": expected one of ${known}. Add it to src/components/mdx/questions.ts.`,
  );
}

/** What a reader is told of an outcome. */
export const outcomeTexts: Readonly<Record<Outcome, string>> = {
  holds: 'holds',
  part: 'holds in part',
  fails: 'does not hold',
};

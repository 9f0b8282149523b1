/**
 * The table of contents: which chapters there are, in reading order, with their titles and one-line summaries, and what comes after
 * them. The sidebar, the title of each page, its description and the cover read it from here; nothing else spells it.
 */
export interface Chapter {
  /** Name of the page: `src/pages/<slug>.mdx`. */
  readonly slug: string;
  readonly title: string;
  /** One sentence: under the title, on the cover, and in search results. */
  readonly summary: string;
}

export const siteTitle = 'GLO, explained';

export const cover: Chapter = {
  slug: '',
  title: 'Generative Latent Optimization',
  summary: 'A generator, a learned code for every image, and no encoder.',
};

/** The first thing that the cover asks of a reader; its first figure does it. */
export const invitation = 'Take the handwriting of this 3 and write a 6 with it.';

export const chapters: readonly Chapter[] = [
  {
    slug: 'method',
    title: 'The method',
    summary:
      'Every image owns a code, every class owns a code, and gradient descent learns them with the generator.',
  },
  {
    slug: 'reconstructions',
    title: 'Reconstructions',
    summary: 'What an image’s own codes give back, and what the noise takes away.',
  },
  {
    slug: 'swaps',
    title: 'Swaps',
    summary: 'The content of one image, drawn as another class.',
  },
  {
    slug: 'samples',
    title: 'Samples',
    summary: 'Digits that nobody wrote: drawn codes, and the paths between learned ones.',
  },
  {
    slug: 'noise',
    title: 'Too much noise, too little noise',
    summary: 'What σ buys, what it costs, and how one can tell.',
  },
  {
    slug: 'losses',
    title: 'Losses and epochs',
    summary: 'What the comparison asks for, and in which order a model learns to give it.',
  },
  {
    slug: 'beyond',
    title: 'Beyond noise',
    summary:
      'Fewer dimensions, decay, whitening, an auxiliary classifier, more images: what else keeps class and content apart.',
  },
  {
    slug: 'mistakes',
    title: 'Nine mistakes',
    summary: 'Programs that run, learn something, and are wrong.',
  },
  {
    slug: 'encoder',
    title: 'With an encoder',
    summary:
      'Autoencoders: a second network finds the code of an image, and a linear one finds what PCA finds.',
  },
  {
    slug: 'distribution',
    title: 'A distribution of codes',
    summary: 'Variational autoencoders: codes that are asked to look like draws from N(0, I).',
  },
  {
    slug: 'adversary',
    title: 'An adversary',
    summary: 'Generative adversarial networks: a second network learns to tell pictures from images.',
  },
  {
    slug: 'one-axis',
    title: 'One axis',
    summary:
      'Every model of these pages by the same judge: how good its samples are, what it cost, and what else it does.',
  },
];

/** After the chapters, to look something up in: without a number. */
export const appendices: readonly Chapter[] = [
  {
    slug: 'workbench',
    title: 'Workbench',
    summary: 'Draw a digit and find its codes, train a model, and walk through what it learned.',
  },
  {
    slug: 'engine-room',
    title: 'Engine room',
    summary:
      'One checkpoint in four runtimes, measured in your browser, and a place for checkpoints of your own.',
  },
  {
    slug: 'data-set',
    title: 'The data',
    summary:
      'Where the digits come from, which of them each family learns, and what a picture is as numbers.',
  },
  {
    slug: 'pictures',
    title: 'Your own pictures',
    summary: 'How to train these models on a folder of your own pictures, and how to open what comes out.',
  },
  {
    slug: 'reproduce',
    title: 'Reproduce it',
    summary: 'Every run with its settings, files and measurements, and the command that makes it again.',
  },
  {
    slug: 'questions',
    title: 'Questions and answers',
    summary: 'What courses ask and what reports claim, with what was measured here.',
  },
  {
    slug: 'glossary',
    title: 'Glossary',
    summary: 'What the words and symbols of these pages mean, and the works that they cite.',
  },
];

/** Every page of the book, in reading order. */
export const bookPages: readonly Chapter[] = [cover, ...chapters, ...appendices];

/** Chapters are numbered from 1 in reading order; anything else is 0. */
export const chapterNumber = (chapter: Chapter): number => chapters.indexOf(chapter) + 1;

/** The chapter or appendix a page path belongs to, with or without a base before it and a slash behind it. */
export function chapterAt(pathname: string): Chapter {
  const slug = pathname.split('/').findLast((part) => part !== '') ?? '';
  const pages = [...chapters, ...appendices];
  const chapter = pages.find((page) => page.slug === slug);
  if (chapter) return chapter;
  const known = pages.map((page) => page.slug).join(', ');
  throw new Error(
    `No chapter for the page ${pathname}: expected one of ${known}. Add it to src/components/layout/contents.ts.`,
  );
}

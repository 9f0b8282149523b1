/**
 * The objective as it stands on paper, cut into its terms, each with the lines of the trainer that compute it. A line is named by how it
 * begins, so that an edit of the source fails the build and the test in place of showing another line. Not here: how both are set
 * (PaperToCode.astro).
 */
interface PaperTerm {
  readonly tex: string;
  /** Beside its lines, where a sign alone says too little. */
  readonly whole?: string;
  /** What it is, for those who do not see it. */
  readonly name: string;
  /** A file of training/methods/glo. */
  readonly file: (typeof files)[number];
  /** How each line begins, indentation apart. */
  readonly lines: readonly string[];
}

/** In the order in which training comes to them. */
const files = ['train.ts', 'batches.ts', 'train-step.ts', 'loss.ts'] as const;

const terms = {
  minimum: {
    tex: String.raw`\min_{\theta,\,\{c_i\},\,\{e_k\}}`,
    name: 'the minimum over weights and codes',
    file: 'train-step.ts',
    lines: [
      'optimizer.parameters[name].update(',
      'optimizer.classCodes.update(',
      'optimizer.contentCodes.update(',
    ],
  },
  mean: {
    tex: String.raw`\frac1n\sum_{i=1}^{n}`,
    name: 'the mean over the images',
    file: 'train.ts',
    lines: ['for (const plain of batchesOf('],
  },
  loss: {
    tex: String.raw`\ell`,
    name: 'the reconstruction loss',
    file: 'train-step.ts',
    lines: ['reconstructionLoss({'],
  },
  generator: {
    tex: String.raw`G_\theta`,
    name: 'the generator',
    file: 'train-step.ts',
    lines: ['const pass = generatorPass('],
  },
  classCode: {
    tex: 'e_{y_i}',
    name: 'the code of the image’s class',
    file: 'train-step.ts',
    lines: ['const classCodes = gatherRows('],
  },
  contentCode: {
    tex: 'c_i',
    name: 'the content code',
    file: 'train-step.ts',
    lines: ['const contentCodes = gatherRows('],
  },
  noisyCode: {
    tex: '+',
    whole: String.raw`c_i + \sigma\varepsilon`,
    name: 'the sum of content code and noise',
    file: 'train-step.ts',
    lines: ['const noisyCodes ='],
  },
  noise: {
    tex: String.raw`\sigma\varepsilon`,
    name: 'the noise',
    file: 'batches.ts',
    lines: ['noise: normalArray('],
  },
  image: {
    tex: 'x_i',
    name: 'the image',
    file: 'batches.ts',
    lines: ['batchTargets.set('],
  },
  decay: {
    tex: String.raw`+\,\delta`,
    name: 'the weighted decay, added',
    file: 'train-step.ts',
    lines: ['const total ='],
  },
  norm: {
    tex: String.raw`\lVert c_i\rVert^2`,
    name: 'the squared norm of the content code',
    file: 'train-step.ts',
    lines: ['squaredNorm +='],
  },
  pixels: {
    tex: String.raw`\frac1{784}\sum_{p=1}^{784}`,
    name: 'the mean over the pixels',
    file: 'loss.ts',
    lines: ['const parts = {'],
  },
  absolute: {
    tex: '|r_p|',
    name: 'the absolute difference',
    file: 'loss.ts',
    lines: ['absolute +='],
  },
  both: {
    tex: '+',
    whole: '|r_p| + r_p^2',
    name: 'the sum of both parts',
    file: 'loss.ts',
    lines: ['const value ='],
  },
  squared: {
    tex: 'r_p^2',
    name: 'the squared difference',
    file: 'loss.ts',
    lines: ['squared +='],
  },
  difference: {
    tex: String.raw`r = \hat x - x`,
    name: 'the difference between picture and image',
    file: 'loss.ts',
    lines: ['const error ='],
  },
} as const satisfies Readonly<Record<string, PaperTerm>>;

export type PaperTermId = keyof typeof terms;

export const paperTerms: Readonly<Record<PaperTermId, PaperTerm>> = terms;

/** From left to right: terms by their ids, and the TeX between them. */
export type PaperFormula = readonly (PaperTermId | { readonly tex: string })[];

const tex = (between: string) => ({ tex: between });

export const paperFormulas: readonly PaperFormula[] = [
  ['minimum', 'mean', tex('L_i')],
  [
    tex('L_i ='),
    'loss',
    tex(String.raw`\bigl(`),
    'generator',
    tex('('),
    'classCode',
    tex(','),
    'contentCode',
    'noisyCode',
    'noise',
    tex('),'),
    'image',
    tex(String.raw`\bigr)`),
    'decay',
    'norm',
  ],
  [
    tex(String.raw`\ell(\hat x, x) =\;`),
    'pixels',
    tex(String.raw`\bigl(`),
    'absolute',
    'both',
    'squared',
    tex(String.raw`\bigr)`),
  ],
  ['difference'],
];

interface PaperLine {
  readonly id: PaperTermId;
  readonly code: string;
  /** In its file, from 1. */
  readonly number: number;
}

interface PaperFile {
  /** From the root of the repository. */
  readonly path: string;
  /** In the order of the file. */
  readonly lines: readonly PaperLine[];
}

/**
 * The lines of all terms, file by file.
 * @param sourceOf the text of a file by its path
 * @throws Error naming the term whose line is not there, or more than once.
 */
export const paperFiles = (sourceOf: (path: string) => string): readonly PaperFile[] =>
  files.map((file) => {
    const path = `training/methods/glo/${file}`;
    const source = sourceOf(path);
    const lines = (Object.keys(paperTerms) as PaperTermId[])
      .filter((id) => paperTerms[id].file === file)
      .flatMap((id) => paperTerms[id].lines.map((start) => ({ id, ...lineOf(id, start, source, path) })));
    return { path, lines: lines.toSorted((a, b) => a.number - b.number) };
  });

function lineOf(id: PaperTermId, start: string, source: string, path: string) {
  const found = source.split('\n').flatMap((line, i) => {
    const code = line.trim();
    return code.startsWith(start) ? [{ code, number: i + 1 }] : [];
  });
  if (found.length === 1) return found[0];
  throw new Error(
    `${path} should have one line that begins with "${start}", and it has ${found.length || 'none'}. It computes ${paperTerms[id].name}: name it anew in src/components/mdx/paper-terms.ts.`,
  );
}

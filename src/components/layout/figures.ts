/**
 * Every numbered figure of the book, in reading order: a figure's number is its place in this list. Not here: what
 * a figure shows.
 */
export interface NumberedFigure {
  readonly id: string;
  /** Slug of its page in contents.ts; the cover is ''. */
  readonly page: string;
  /** What a page of its own and the list of all figures call it. */
  readonly title: string;
}

export const figures: readonly NumberedFigure[] = [
  { id: 'first-swap', page: '', title: 'A first swap' },
  { id: 'cover-grid', page: '', title: 'Ten hands, ten digits' },
  { id: 'two-codes', page: 'method', title: 'Two codes make a picture' },
  { id: 'cloud', page: 'method', title: 'The cloud that noise makes of a code' },
  { id: 'slow-motion', page: 'method', title: 'Training in slow motion' },
  { id: 'content-map', page: 'method', title: 'Two content numbers as a map' },
  { id: 'generator', page: 'method', title: 'The generator, layer by layer' },
  { id: 'reconstructions', page: 'reconstructions', title: 'Reconstructions' },
  { id: 'two-losses', page: 'reconstructions', title: 'Two losses for one picture' },
  { id: 'code-sizes', page: 'reconstructions', title: 'How long codes get' },
  { id: 'unseen-images', page: 'reconstructions', title: 'Images that no model saw' },
  { id: 'search-from-codes', page: 'reconstructions', title: 'A search that begins at learned codes' },
  { id: 'projection-search', page: 'reconstructions', title: 'Ten searches for an unseen image' },
  { id: 'drawn-and-found', page: 'reconstructions', title: 'A drawing, found' },
  { id: 'transfer-grid', page: 'swaps', title: 'The transfer grid' },
  { id: 'obeyed-and-diverse-figure', page: 'swaps', title: 'Obedient and diverse' },
  { id: 'samples', page: 'samples', title: 'Samples' },
  { id: 'interpolation', page: 'samples', title: 'From one image to another' },
  { id: 'directions', page: 'samples', title: 'Slant, ink and width as directions' },
  { id: 'class-space', page: 'samples', title: 'Between the classes' },
  { id: 'noise-sweep', page: 'noise', title: 'Eight noise levels' },
  { id: 'noise-collapse', page: 'noise', title: 'Eight images, and what comes back' },
  { id: 'noise-curves', page: 'noise', title: 'Obedience against noise' },
  { id: 'noise-twenty', page: 'noise', title: 'Twenty measured levels' },
  { id: 'noise-trade-off', page: 'noise', title: 'What obedience costs' },
  { id: 'noise-probes', page: 'noise', title: 'The class, read from the codes' },
  { id: 'noise-codes', page: 'noise', title: 'Codes against noise' },
  { id: 'noise-samplers', page: 'noise', title: 'Two ways to draw codes' },
  { id: 'noise-axes', page: 'noise', title: 'Three axes, one model a point' },
  { id: 'four-losses', page: 'losses', title: 'Four losses' },
  { id: 'one-pixel', page: 'losses', title: 'What each loss asks of one pixel' },
  { id: 'one-picture', page: 'losses', title: 'The picture nearest to a hundred sevens' },
  { id: 'curves-by-loss', page: 'losses', title: 'Training curves by loss' },
  { id: 'epoch-scrubber', page: 'losses', title: 'Epoch by epoch' },
  { id: 'two-recipes', page: 'losses', title: 'Two recipes' },
  { id: 'three-models', page: 'beyond', title: 'Three models side by side' },
  { id: 'content-dimensions', page: 'beyond', title: 'Fewer content numbers' },
  { id: 'content-decay', page: 'beyond', title: 'Content decay' },
  { id: 'three-codes', page: 'beyond', title: 'Class, content and style' },
  { id: 'with-a-critic', page: 'beyond', title: 'With an auxiliary classifier' },
  { id: 'every-setting', page: 'beyond', title: 'Every setting' },
  { id: 'style-doubts', page: 'beyond', title: 'Style codes, doubted' },
  { id: 'style-readings', page: 'beyond', title: 'The same pictures, read by others' },
  { id: 'known-factors', page: 'beyond', title: 'Factors that are known' },
  { id: 'more-images', page: 'beyond', title: 'More images' },
  { id: 'every-recipe', page: 'beyond', title: 'Every recipe' },
  { id: 'nine-mistakes', page: 'mistakes', title: 'Nine mistakes' },
  { id: 'rebuilt-images', page: 'encoder', title: 'Images rebuilt through an encoder' },
  { id: 'turned-code', page: 'encoder', title: 'One number of a code, turned' },
  { id: 'error-by-code-dim', page: 'encoder', title: 'Error by code size' },
  { id: 'depth-curves', page: 'encoder', title: 'Is depth hard to train?' },
  { id: 'between-images', page: 'encoder', title: 'Between two images' },
  { id: 'drawn-codes', page: 'encoder', title: 'Codes drawn from N(0, I)' },
  { id: 'plane-of-codes', page: 'distribution', title: 'A plane of codes' },
  { id: 'parts-by-size', page: 'distribution', title: 'The two parts of the loss, by code size' },
  { id: 'parts-by-epoch', page: 'distribution', title: 'The two parts of the loss, by epoch' },
  { id: 'train-vae', page: 'distribution', title: 'Train a VAE' },
  { id: 'two-samplers', page: 'distribution', title: 'Two samplers' },
  { id: 'by-code-size', page: 'distribution', title: 'What the divergence buys, by code size' },
  { id: 'code-use-by-size', page: 'distribution', title: 'How many numbers are used' },
  { id: 'by-data-variance', page: 'distribution', title: 'The dial from sharp to dull' },
  { id: 'variance-chart', page: 'distribution', title: 'Where the posterior collapses' },
  { id: 'games-in-training', page: 'adversary', title: 'Games in training' },
  { id: 'walks-and-looks', page: 'adversary', title: 'Walks, and what the discriminator looks at' },
  { id: 'score-courses', page: 'adversary', title: 'Inception Scores over training' },
  { id: 'loss-and-score', page: 'adversary', title: 'Loss against score' },
  { id: 'vae-and-gans', page: 'adversary', title: 'A VAE and GANs' },
  { id: 'every-model', page: 'one-axis', title: 'Every model on one axis' },
  { id: 'four-families', page: 'one-axis', title: 'Four families' },
  { id: 'draw-a-digit', page: 'workbench', title: 'Draw a digit' },
  { id: 'train-it-yourself', page: 'workbench', title: 'Train it yourself' },
  { id: 'walk', page: 'workbench', title: 'Walk the latent space' },
  { id: 'four-runtimes', page: 'engine-room', title: 'Four runtimes' },
  { id: 'own-checkpoints', page: 'engine-room', title: 'Your own checkpoints' },
  { id: 'image-as-numbers', page: 'data-set', title: 'An image as numbers' },
  { id: 'class-shares', page: 'data-set', title: 'How often each digit comes' },
  { id: 'event-scalars', page: 'questions', title: 'The exercise in TensorBoard: scalars' },
  { id: 'event-images', page: 'questions', title: 'The exercise in TensorBoard: images' },
];

/** @throws where no figure has the id. */
export function figureOf(id: string): NumberedFigure {
  const figure = figures.find((each) => each.id === id);
  if (figure) return figure;
  const known = figures.map((each) => each.id).join(', ');
  throw new Error(
    `No figure with the id "${id}": expected one of ${known}. Add it to src/components/layout/figures.ts.`,
  );
}

export const figureNumber = (id: string): number => figures.indexOf(figureOf(id)) + 1;

/** Where it stands in the book, within the site: `samples/#interpolation`. */
export const placeOfFigure = ({ page, id }: NumberedFigure): string => `${page && `${page}/`}#${id}`;

/** Its page of its own, within the site. */
export const pageOfFigure = (id: string): string => `figures/${id}/`;

/**
 * Every numbered figure of the book, in reading order: a figure's number is its place in this list. Not here: what
 * a figure shows.
 */
interface NumberedFigure {
  readonly id: string;
  /** Slug of its page in contents.ts; the cover is ''. */
  readonly page: string;
}

export const figures: readonly NumberedFigure[] = [
  { id: 'first-swap', page: '' },
  { id: 'cover-grid', page: '' },
  { id: 'two-codes', page: 'method' },
  { id: 'cloud', page: 'method' },
  { id: 'slow-motion', page: 'method' },
  { id: 'content-map', page: 'method' },
  { id: 'generator', page: 'method' },
  { id: 'reconstructions', page: 'reconstructions' },
  { id: 'two-losses', page: 'reconstructions' },
  { id: 'code-sizes', page: 'reconstructions' },
  { id: 'unseen-images', page: 'reconstructions' },
  { id: 'search-from-codes', page: 'reconstructions' },
  { id: 'projection-search', page: 'reconstructions' },
  { id: 'drawn-and-found', page: 'reconstructions' },
  { id: 'transfer-grid', page: 'swaps' },
  { id: 'obeyed-and-diverse-figure', page: 'swaps' },
  { id: 'samples', page: 'samples' },
  { id: 'interpolation', page: 'samples' },
  { id: 'directions', page: 'samples' },
  { id: 'class-space', page: 'samples' },
  { id: 'noise-sweep', page: 'noise' },
  { id: 'noise-collapse', page: 'noise' },
  { id: 'noise-curves', page: 'noise' },
  { id: 'noise-twenty', page: 'noise' },
  { id: 'noise-trade-off', page: 'noise' },
  { id: 'noise-probes', page: 'noise' },
  { id: 'noise-codes', page: 'noise' },
  { id: 'noise-samplers', page: 'noise' },
  { id: 'noise-axes', page: 'noise' },
  { id: 'four-losses', page: 'losses' },
  { id: 'one-pixel', page: 'losses' },
  { id: 'one-picture', page: 'losses' },
  { id: 'curves-by-loss', page: 'losses' },
  { id: 'epoch-scrubber', page: 'losses' },
  { id: 'two-recipes', page: 'losses' },
  { id: 'three-models', page: 'beyond' },
  { id: 'content-dimensions', page: 'beyond' },
  { id: 'content-decay', page: 'beyond' },
  { id: 'three-codes', page: 'beyond' },
  { id: 'with-a-critic', page: 'beyond' },
  { id: 'every-setting', page: 'beyond' },
  { id: 'style-doubts', page: 'beyond' },
  { id: 'style-readings', page: 'beyond' },
  { id: 'known-factors', page: 'beyond' },
  { id: 'more-images', page: 'beyond' },
  { id: 'every-recipe', page: 'beyond' },
  { id: 'nine-mistakes', page: 'mistakes' },
  { id: 'rebuilt-images', page: 'encoder' },
  { id: 'turned-code', page: 'encoder' },
  { id: 'error-by-code-dim', page: 'encoder' },
  { id: 'depth-curves', page: 'encoder' },
  { id: 'between-images', page: 'encoder' },
  { id: 'drawn-codes', page: 'encoder' },
  { id: 'plane-of-codes', page: 'distribution' },
  { id: 'parts-by-size', page: 'distribution' },
  { id: 'parts-by-epoch', page: 'distribution' },
  { id: 'two-samplers', page: 'distribution' },
  { id: 'by-code-size', page: 'distribution' },
  { id: 'code-use-by-size', page: 'distribution' },
  { id: 'by-data-variance', page: 'distribution' },
  { id: 'variance-chart', page: 'distribution' },
  { id: 'games-in-training', page: 'adversary' },
  { id: 'walks-and-looks', page: 'adversary' },
  { id: 'score-courses', page: 'adversary' },
  { id: 'loss-and-score', page: 'adversary' },
  { id: 'vae-and-gans', page: 'adversary' },
  { id: 'every-model', page: 'one-axis' },
  { id: 'four-families', page: 'one-axis' },
  { id: 'draw-a-digit', page: 'workbench' },
  { id: 'train-it-yourself', page: 'workbench' },
  { id: 'walk', page: 'workbench' },
  { id: 'four-runtimes', page: 'engine-room' },
  { id: 'own-checkpoints', page: 'engine-room' },
];

export function figureNumber(id: string): number {
  const index = figures.findIndex((figure) => figure.id === id);
  if (index >= 0) return index + 1;
  const known = figures.map((figure) => figure.id).join(', ');
  throw new Error(
    `No figure with the id "${id}": expected one of ${known}. Add it to src/components/mdx/figures.ts.`,
  );
}

/** The card that a page is shared with: its address, and what a model drew for it. The picture is made when the site is built. */
import type { Chapter } from './contents.ts';
import { withBase } from './links.ts';

/** As large as those who show such cards want them, in pixels. */
export const cardSize = { width: 1200, height: 630 } as const;

export const cardName = ({ slug }: Chapter): string => slug || 'home';

/** With the site's address, which a card needs. */
export const cardAddress = (page: Chapter, site: URL): string =>
  new URL(withBase(`cards/${cardName(page)}.png`), site).href;

/** A preview of a checkpoint, under `public/models`. */
type Picture = `${string}/preview-${'transfers' | 'samples' | 'interpolation' | 'reconstructions'}.png`;

const ofCover: Picture = 'glo-mnist-styled-sigma0.1/preview-transfers.png';

const ofPages: Readonly<Record<string, Picture>> = {
  method: 'glo-mnist-lord-sigma0.3/preview-transfers.png',
  reconstructions: 'glo-mnist-lord-sigma0.3/preview-interpolation.png',
  samples: 'glo-mnist-styled-sigma0.1/preview-samples.png',
  noise: 'glo-mnist-lord-sigma0/preview-transfers.png',
  distribution: 'vae-mnist-conv-variance0.001/preview-interpolation.png',
  adversary: 'gan-mnist-dcgan-noise0.1/preview-samples.png',
};

/** Pages without a picture of their own have the cover's. */
export const pictureOf = ({ slug }: Chapter): Picture => ofPages[slug] ?? ofCover;

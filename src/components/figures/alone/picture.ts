/** A figure as a picture file: what stands on the page, caption and address included. The library that draws it comes when it is asked for. */
import { embeddedFaces } from './font-faces.ts';

export type PictureKind = 'png' | 'svg';

/** Pixels of a PNG for one of the page: enough to print. */
const scale = 2;

/** @throws what the browser says where it cannot draw the page into a picture. */
export async function pictureOf(figure: HTMLElement, kind: PictureKind, address: string): Promise<Blob> {
  const { domToBlob, domToForeignObjectSvg } = await import('modern-screenshot');
  const caption = figure.querySelector(':scope > figcaption');
  const source = document.createElement('span');
  source.className = 'picture-address';
  source.textContent = address;
  caption?.append(source);
  figure.dataset['picture'] = '';
  try {
    const options = {
      // The library's own way writes a style sheet into a page, which ours forbid.
      font: { cssText: `${await embeddedFaces()}\n` },
      backgroundColor: getComputedStyle(document.body).backgroundColor,
      style: { margin: '0' },
    };
    if (kind === 'png') return await domToBlob(figure, { ...options, scale, type: 'image/png' });
    const svg = await domToForeignObjectSvg(figure, options);
    return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
  } finally {
    source.remove();
    delete figure.dataset['picture'];
  }
}

/** The row of training images that the reconstructions are held against, with class and number of each. */
import { ImageNumbers, OriginalRow } from '../originals/OriginalRow.tsx';
import type { ShownImage } from '../shell/state/images.ts';

interface RowOfOriginalsProps {
  readonly images: readonly ShownImage[];
  readonly originalsUrl: string | undefined;
}

export const RowOfOriginals = ({ images, originalsUrl }: RowOfOriginalsProps) => (
  <>
    <div className="picture-row">
      <span className="row-label">class, image</span>
      <ImageNumbers images={images} />
    </div>
    <div className="picture-row">
      <span className="row-label">original</span>
      <OriginalRow images={images} originalsUrl={originalsUrl} />
    </div>
  </>
);

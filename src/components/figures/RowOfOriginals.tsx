/** The row of training images that the reconstructions are held against, with class and number of each. */
import { aDigit } from '../controls/digit-words.ts';
import { ClassLabel } from './ClassLabel.tsx';
import { OriginalImage, OriginalsMissing } from './OriginalImage.tsx';
import type { ShownImage } from './state/images.ts';

interface RowOfOriginalsProps {
  readonly images: readonly ShownImage[];
  readonly originalsUrl: string | undefined;
}

export const RowOfOriginals = ({ images, originalsUrl }: RowOfOriginalsProps) => (
  <>
    <div className="picture-row">
      <span className="row-label">class, image</span>
      <ol className="cell-row image-numbers">
        {images.map(({ image, digit }, i) => (
          <li key={i}>
            <ClassLabel digit={digit} />
            <small>{image}</small>
          </li>
        ))}
      </ol>
    </div>
    <div className="picture-row">
      <span className="row-label">original</span>
      {originalsUrl ? (
        <div className="cell-row">
          {images.map(({ image, digit }, i) => (
            <OriginalImage
              key={i}
              originalsUrl={originalsUrl}
              image={image}
              label={`Original image ${image}, ${aDigit(digit)}`}
            />
          ))}
        </div>
      ) : (
        <OriginalsMissing />
      )}
    </div>
  </>
);

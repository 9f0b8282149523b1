/** Training images in a row, with their classes and numbers above; a note where the build had no MNIST. */
import { aDigit } from '../../controls/digit-words.ts';
import { ClassLabel } from '../shell/ClassLabel.tsx';
import type { ShownImage } from '../shell/state/images.ts';
import { OriginalImage, OriginalsMissing } from './OriginalImage.tsx';

interface ImagesProps {
  readonly images: readonly ShownImage[];
}

export const ImageNumbers = ({ images }: ImagesProps) => (
  <ol className="cell-row image-numbers">
    {images.map(({ image, digit }, i) => (
      <li key={i}>
        <ClassLabel digit={digit} />
        <small>{image}</small>
      </li>
    ))}
  </ol>
);

interface OriginalRowProps extends ImagesProps {
  readonly originalsUrl: string | undefined;
}

export const OriginalRow = ({ images, originalsUrl }: OriginalRowProps) =>
  originalsUrl ? (
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
  );

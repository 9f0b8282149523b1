/** One end of a content axis: the image that the content belongs to. */
import { aDigit } from '../../controls/digit-words.ts';
import { OriginalImage } from '../originals/OriginalImage.tsx';
import type { ShownImage } from '../shell/state/images.ts';

interface ImageEndProps extends ShownImage {
  readonly originalsUrl: string | undefined;
}

export const ImageEnd = ({ image, digit, originalsUrl }: ImageEndProps) => (
  <span className="image-end">
    {originalsUrl && <OriginalImage originalsUrl={originalsUrl} image={image} />}
    <span>{`image ${image}, ${aDigit(digit)}`}</span>
  </span>
);

/** What a VAE draws of a picture: from the mean of its code first, and then from draws. */
import type { Checkpoint } from '../../../engine/api.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { useDrawing } from '../shell/hooks/use-picture.ts';
import { PaneFailure } from '../shell/PaneFailure.tsx';
import { numPixels } from './image-text.ts';
import { useEncoding } from './use-encoding.ts';
import { lossOf, numVaePictures, posteriorCodes, type VaeChoice } from './vae.ts';
import { lossText } from './verdict.ts';

interface VaePicturesProps {
  readonly vae: VaeChoice;
  readonly ink: Float32Array;
  readonly active: boolean;
}

type Args = readonly number[];
const decodedCodes = ({ manifest }: Checkpoint<'vae'>, encoding: Args): Float32Array =>
  posteriorCodes(manifest.model.codeDim, Float32Array.from(encoding));

export default function VaePictures({ vae: { id, codeDim }, ink, active }: VaePicturesProps) {
  const looked = useEncoding(id, ink, active);
  const args: Args = Array.from(looked.encoding ?? []);
  const isEncoded = args.length > 0;
  const drawn = useDrawing({ family: 'vae', id, args, makeBatch: decodedCodes, active: active && isEncoded });
  const error = looked.error ?? drawn.error;
  const pictures = isEncoded && drawn.state === 'ready' ? drawn.picture?.ink : undefined;
  const model = `VAE, ${codeDim} numbers`;
  return (
    <div className="draw-every-row" data-state={error ? 'error' : pictures ? 'ready' : 'loading'}>
      <DigitGrid
        rows={1}
        columns={numVaePictures}
        cellSize={28}
        label={`${model}: your picture drawn from the mean of its code, and from nine draws`}
        ink={drawn.picture?.ink}
      />
      <small role="status">
        {error
          ? ''
          : pictures
            ? `${model}: loss ${lossText(lossOf(pictures.subarray(0, numPixels), ink))} at the mean, the first picture. The others are draws (ε). It has no class code, so it draws no other digit.`
            : `${model}: it looks.`}
      </small>
      {error && (
        <PaneFailure
          error={error}
          onRetry={() => {
            looked.retry();
            drawn.retry();
          }}
        />
      )}
    </div>
  );
}

/** The same picture through a VAE: its encoder looks once, where GLO searches. Its mean is drawn, and nine draws from what it gives. */
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { useDrawing } from '../shell/hooks/use-picture.ts';
import { PaneFailure } from '../shell/PaneFailure.tsx';
import type { Checkpoint } from '../../../engine/api.ts';
import { numPixels } from './image-text.ts';
import { useEncoding } from './use-encoding.ts';
import { lossOf, numVaePictures, posteriorCodes, type VaeChoice } from './vae.ts';
import { lossText } from './verdict.ts';

interface VaeRowProps {
  readonly vaes: readonly VaeChoice[];
  /** How many code numbers the chosen one has; 0 where none is chosen. */
  readonly codeDim: number;
  readonly onChange: (codeDim: number) => void;
  /** Of the picture, [784]. */
  readonly ink: Float32Array | undefined;
  readonly active: boolean;
  readonly disabled: boolean;
}

export function VaeRow({ vaes, codeDim, onChange, ink, active, disabled }: VaeRowProps) {
  const vae = vaes.find((each) => each.codeDim === codeDim);
  return (
    <section className="draw-every" aria-label="The same picture through a VAE">
      <p className="draw-title">The same picture through a VAE, which looks once</p>
      <div className="side-row">
        <Segmented
          legend="Numbers in its code"
          options={[
            { value: 0, text: 'none', name: 'no VAE' },
            ...vaes.map((each) => ({ value: each.codeDim, text: String(each.codeDim) })),
          ]}
          value={codeDim}
          onChange={onChange}
          disabled={disabled}
        />
      </div>
      {vae && ink ? (
        <VaePictures vae={vae} ink={ink} active={active} />
      ) : (
        <p className="remark">
          A variational autoencoder (<i>VAE</i>) has an encoder, so it needs no search. Choose one, and it
          draws your picture again.
        </p>
      )}
    </section>
  );
}

interface VaePicturesProps {
  readonly vae: VaeChoice;
  readonly ink: Float32Array;
  readonly active: boolean;
}

type Args = readonly number[];
const decodedCodes = ({ manifest }: Checkpoint<'vae'>, encoding: Args): Float32Array =>
  posteriorCodes(manifest.model.codeDim, Float32Array.from(encoding));

function VaePictures({ vae: { id, codeDim }, ink, active }: VaePicturesProps) {
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

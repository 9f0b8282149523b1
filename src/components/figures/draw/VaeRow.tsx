/** The same picture through a VAE: its encoder looks once, where GLO searches. Its mean is drawn, and nine draws from what it gives. */
import { lazy, Suspense } from 'react';
import { Segmented } from '../../controls/Segmented.tsx';
import type { VaeChoice } from './vae.ts';

/** For those who choose one. */
const VaePictures = lazy(() => import('./VaePictures.tsx'));

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
        <Suspense>
          <VaePictures vae={vae} ink={ink} active={active} />
        </Suspense>
      ) : (
        <p className="remark">
          A variational autoencoder (<i>VAE</i>) has an encoder, so it needs no search. Choose one, and it
          draws your picture again.
        </p>
      )}
    </section>
  );
}

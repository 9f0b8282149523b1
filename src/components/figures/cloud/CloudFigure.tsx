/** One content code in a cloud of noise, drawn sixteen times by the generator of each preset. */
import { useMemo, useState, type CSSProperties } from 'react';
import { createRandom } from '../../../numerics/random.ts';
import { ImageStepper } from '../../controls/ImageStepper.tsx';
import { SigmaToggle } from '../../controls/SigmaToggle.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { OriginalImage } from '../originals/OriginalImage.tsx';
import { useIsland } from '../shell/hooks/use-island.ts';
import { usePrefetch } from '../shell/hooks/use-prefetch.ts';
import { Island } from '../shell/Island.tsx';
import { NextSeed } from '../shell/NextSeed.tsx';
import { classOf, neighbourOfClass, randomOfClass } from '../shell/state/images.ts';
import { CloudPane } from './CloudPane.tsx';
import { cloudFields, maxNoise, type CloudFacts } from './state.ts';

export function CloudFigure({ facts }: { readonly facts: CloudFacts }) {
  const { levels, labels, numClasses, originalsUrl, firstFrames } = facts;
  const fields = useMemo(() => cloudFields(facts), [facts]);
  const island = useIsland('cloud', fields);
  const { state, change, enabled, inView } = island;
  const [random] = useState(() => createRandom('cloud/images'));
  const { sigma, ...args } = state;
  const at = levels.findIndex((level) => level.sigma === sigma);
  const { models } = levels[at];
  usePrefetch(
    levels.filter((_, i) => Math.abs(i - at) === 1).flatMap((near) => near.models.map(({ id }) => id)),
    inView,
  );
  const digit = classOf(labels, state.image);
  return (
    <Island
      island={island}
      label="The cloud around a content code"
      runs={models.map(({ id }) => id)}
      state="ready"
      foot={
        <span className="remark">{`The same sixteen directions of noise for every preset, seed ${state.seed}.`}</span>
      }
    >
      <div className="island-controls cloud-controls">
        <SigmaToggle
          sigmas={levels.map((level) => level.sigma)}
          sigma={sigma}
          onChange={(value) => change({ sigma: value })}
          disabled={!enabled}
        />
        <Slider
          label="Noise added now"
          value={state.noise}
          max={maxNoise}
          step={0.05}
          text={state.noise.toFixed(2)}
          onChange={(noise) => change({ noise })}
          disabled={!enabled}
        />
        <ImageStepper
          label="Codes of"
          image={state.image}
          digit={digit}
          numClasses={numClasses}
          onStep={(step) => change({ image: neighbourOfClass(labels, state.image, step) })}
          onRandom={(of) => change({ image: randomOfClass(labels, of, state.image, random) })}
          disabled={!enabled}
        />
        {originalsUrl && (
          <div className="cloud-original">
            <OriginalImage
              originalsUrl={originalsUrl}
              image={state.image}
              label={`Original of image ${state.image}`}
            />
          </div>
        )}
        <NextSeed seed={state.seed} onChange={(seed) => change({ seed })} disabled={!enabled}>
          Draw again
        </NextSeed>
      </div>
      <div className="transfer-panes" style={{ '--panes': models.length } as CSSProperties}>
        {models.map((model, place) => (
          <CloudPane
            key={model.preset}
            model={model}
            facts={facts}
            args={args}
            firstFrame={firstFrames[place]}
            active={inView}
          />
        ))}
      </div>
    </Island>
  );
}

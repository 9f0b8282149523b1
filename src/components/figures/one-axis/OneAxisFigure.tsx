/** Every model whose samples the judge measured, as a point: how good they are against what the model costs and what else it does. */
import { useMemo, useState } from 'react';
import { boundText } from '../../layout/bound-text.ts';
import { Choice } from '../../controls/Choice.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { EngineChoice } from '../shell/EngineChoice.tsx';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import { DrawAgain } from '../shell/DrawAgain.tsx';
import { axes } from './axes.ts';
import { AxisPlane } from './AxisPlane.tsx';
import { ModelNumbers } from './ModelNumbers.tsx';
import { ModelSheet } from './ModelSheet.tsx';
import { acrossNames, families, qualityNames, type AxisFacts } from './models.ts';
import { pointsOf } from './points.ts';
import { axisFields, type Origin, type Shown } from './state.ts';

const optionsOf = <Name extends keyof typeof axes>(names: readonly Name[]) =>
  names.map((value) => ({ value, text: axes[value].text }));

const originOptions: readonly { value: Origin; text: string }[] = [
  { value: 'best', text: 'its best place' },
  { value: 'standard', text: 'N(0, I)' },
];

const familyTexts: Readonly<Record<Shown, string>> = {
  all: 'all',
  glo: 'GLO',
  autoencoder: 'autoencoders',
  vae: 'VAEs',
  gan: 'GANs',
};

export function OneAxisFigure({ facts }: { readonly facts: AxisFacts }) {
  const { models, modelsUrl } = facts;
  const fields = useMemo(() => axisFields(facts), [facts]);
  const island = useIsland('one-axis', fields);
  const { state, change, enabled, inView } = island;
  /** The point under the pointer: it shows itself without being chosen. */
  const [peeked, setPeeked] = useState<string>();
  const points = useMemo(() => pointsOf(facts, state), [facts, state]);
  const model = models.find(({ id }) => id === (peeked ?? state.of)) ?? models[0];
  const isChosen = model.id === state.of;
  return (
    <Island
      island={island}
      label="Every model by the same judge"
      runs={[model.id]}
      state="ready"
      foot={<EngineChoice disabled={!enabled} />}
    >
      <div className="island-controls">
        <Segmented
          legend="Quality"
          options={optionsOf(qualityNames)}
          value={state.quality}
          onChange={(quality) => change({ quality })}
          disabled={!enabled}
        />
        <Segmented
          legend="against"
          options={optionsOf(acrossNames)}
          value={state.across}
          onChange={(across) => change({ across })}
          disabled={!enabled}
        />
        <Segmented
          legend="Codes drawn from"
          options={originOptions}
          value={state.from}
          onChange={(from) => change({ from })}
          disabled={!enabled}
        />
        <Segmented
          legend="Show"
          options={(['all', ...families] as const).map((value) => ({ value, text: familyTexts[value] }))}
          value={state.show}
          onChange={(show) => change({ show })}
          disabled={!enabled}
        />
      </div>
      <div className="island-body axis-body">
        <div>
          <ul className="axis-legend">
            {families.map((family) => (
              <li key={family}>
                <span className="axis-point" data-family={family} />
                <span>{familyTexts[family]}</span>
              </li>
            ))}
          </ul>
          <AxisPlane
            facts={facts}
            state={state}
            points={points}
            shown={model.id}
            onPeek={setPeeked}
            onChoose={enabled ? (of) => change({ of }) : undefined}
          />
        </div>
        <div className="island-side">
          <Choice
            label="Model"
            options={models.map(({ id, text }) => ({ value: id, text: boundText(text) }))}
            value={model.id}
            onChange={(of) => change({ of })}
            disabled={!enabled}
          />
          <ModelSheet
            title="Samples"
            model={model}
            modelsUrl={modelsUrl}
            args={{ seed: state.seed }}
            active={inView && isChosen}
          />
          <DrawAgain
            seed={state.seed}
            onChange={(seed) => change({ seed })}
            disabled={!enabled || !model.shipped}
          />
          <ModelNumbers model={model} from={state.from} />
        </div>
      </div>
    </Island>
  );
}

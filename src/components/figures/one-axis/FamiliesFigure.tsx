/** Samples of one model of each family beside each other, drawn with one seed. */
import type { CSSProperties } from 'react';
import { EngineChoice } from '../shell/EngineChoice.tsx';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import { DrawAgain } from '../shell/DrawAgain.tsx';
import { familiesFields, type FamiliesFacts } from './families.ts';
import { ModelSheet } from './ModelSheet.tsx';

export function FamiliesFigure({ facts: { models, modelsUrl } }: { readonly facts: FamiliesFacts }) {
  const island = useIsland('families', familiesFields);
  const { state, change, enabled, inView } = island;
  return (
    <Island
      island={island}
      label="Samples of four families"
      runs={models.map(({ id }) => id)}
      state="ready"
      foot={<EngineChoice disabled={!enabled} />}
    >
      <DrawAgain seed={state.seed} onChange={(seed) => change({ seed })} disabled={!enabled} />
      <div className="families" style={{ '--panes': models.length } as CSSProperties}>
        {models.map(({ title, ...model }) => (
          <ModelSheet
            key={model.id}
            title={title}
            model={model}
            modelsUrl={modelsUrl}
            args={{ seed: state.seed }}
            active={inView}
          />
        ))}
      </div>
    </Island>
  );
}

/** What the next run is made of; the weight of the divergence changes the run that goes on, too. */
import { Segmented } from '../../controls/Segmented.tsx';
import { codeDims, dataNames, weights, weightText, type TrainVaeFacts, type TrainVaeState } from './state.ts';

interface VaeSettingsProps {
  readonly state: TrainVaeState;
  readonly mnist: TrainVaeFacts['mnist'];
  readonly onChange: (changed: Partial<TrainVaeState>) => void;
  readonly disabled: boolean;
}

export const VaeSettings = ({ state, mnist, onChange, disabled }: VaeSettingsProps) => (
  <>
    <Segmented
      legend="Learn"
      options={(['strokes', 'mnist'] as const).map((value) => ({
        value,
        text: dataNames[value],
        ...(value === 'mnist' && !mnist && { disabled: true, name: 'MNIST, not in this build' }),
      }))}
      value={state.data}
      onChange={(data) => onChange({ data })}
      disabled={disabled}
    />
    <Segmented
      legend="Numbers in a code"
      options={codeDims.map((value) => ({ value, text: String(value) }))}
      value={state.codeDim}
      onChange={(codeDim) => onChange({ codeDim })}
      disabled={disabled}
    />
    <Segmented
      legend="Weight of the divergence"
      options={weights.map((value) => ({ value, text: weightText(value) }))}
      value={state.divergenceWeight}
      onChange={(divergenceWeight) => onChange({ divergenceWeight })}
      disabled={disabled}
    />
  </>
);

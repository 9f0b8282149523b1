/** What the next run is made of; the weight of the divergence changes the run that goes on, too. */
import { Segmented } from '../../controls/Segmented.tsx';
import { DataChoice } from '../train/DataChoice.tsx';
import { codeDims, weights, weightText, type TrainVaeFacts, type TrainVaeState } from './state.ts';

interface VaeSettingsProps {
  readonly state: TrainVaeState;
  readonly mnist: TrainVaeFacts['mnist'];
  readonly onChange: (changed: Partial<TrainVaeState>) => void;
  readonly disabled: boolean;
}

export const VaeSettings = ({ state, mnist, onChange, disabled }: VaeSettingsProps) => (
  <>
    <DataChoice
      offered={['strokes', 'mnist']}
      data={state.data}
      mnist={mnist}
      onChange={onChange}
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

/** Which data the next run learns; MNIST only where the build has it. */
import type { MnistPlace, TrainingSettings } from '../../../engine/trainer-protocol.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { dataNames } from './data-names.ts';

interface DataChoiceProps<Data> {
  readonly offered: readonly Data[];
  readonly data: Data;
  readonly mnist: MnistPlace | undefined;
  readonly onChange: (changed: { readonly data: Data }) => void;
  readonly disabled: boolean;
}

export const DataChoice = <Data extends TrainingSettings['data']>({
  offered,
  data,
  mnist,
  onChange,
  disabled,
}: DataChoiceProps<Data>) => (
  <Segmented
    legend="Learn"
    options={offered.map((value) => ({
      value,
      text: dataNames[value],
      ...(value === 'mnist' && !mnist && { disabled: true, name: 'MNIST, not in this build' }),
    }))}
    value={data}
    onChange={(next) => onChange({ data: next })}
    disabled={disabled}
  />
);

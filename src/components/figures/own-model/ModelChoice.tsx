/** Whose model draws, for all figures of GLO: for readers who keep checkpoints of their own. */
import { chooseOwnModel } from '../../../engine/own-models.ts';
import { Choice } from '../../controls/Choice.tsx';
import type { ModelInUse } from './use-own-model.ts';

interface ModelChoiceProps {
  readonly model: ModelInUse;
  readonly disabled: boolean;
}

export const ModelChoice = ({ model: { own, models }, disabled }: ModelChoiceProps) =>
  models.length > 0 && (
    <Choice
      label="Model"
      options={[
        { value: '', text: 'as shipped' },
        ...models.map(({ name }) => ({ value: name, text: `yours: ${name}` })),
      ]}
      value={own?.name ?? ''}
      onChange={(name) => chooseOwnModel(name === '' ? undefined : name)}
      disabled={disabled}
    />
  );

/** Above the drawing: the model that looks for its codes, where the search begins, and how it stands. */
import { FigureStatus } from '../../controls/FigureStatus.tsx';
import type { FigureStatusValue } from '../../controls/figure-status.ts';
import { PresetToggle } from '../../controls/PresetToggle.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { SigmaToggle } from '../../controls/SigmaToggle.tsx';
import { OwnModelNote } from '../own-model/OwnModelNote.tsx';
import type { ModelInUse } from '../own-model/use-own-model.ts';
import { presetsOf, sigmasOf } from '../shell/state/checkpoints.ts';
import type { DrawFacts, DrawState } from './state.ts';

interface DrawControlsProps {
  readonly facts: DrawFacts;
  readonly state: DrawState;
  readonly model: ModelInUse;
  readonly hasEncoders: boolean;
  readonly status: FigureStatusValue;
  readonly onRetry: () => void;
  readonly onChange: (part: Partial<DrawState>) => void;
  readonly enabled: boolean;
}

export function DrawControls({
  facts: { checkpoints },
  state: { preset, sigma, start },
  model: { own },
  hasEncoders,
  status,
  onRetry,
  onChange,
  enabled,
}: DrawControlsProps) {
  return (
    <div className="island-controls">
      <PresetToggle
        presets={presetsOf(checkpoints)}
        preset={preset}
        onChange={(next) => onChange({ preset: next })}
        disabled={!enabled || own !== undefined}
      />
      <SigmaToggle
        sigmas={sigmasOf(checkpoints)}
        sigma={sigma}
        onChange={(next) => onChange({ sigma: next })}
        disabled={!enabled || own !== undefined}
      />
      <Segmented
        legend="Begin at"
        options={[
          { value: 'nearest', text: 'learned codes', name: 'learned codes that draw something near' },
          {
            value: 'encoders',
            text: 'encoders’ codes',
            name: 'codes that encoders give at a look',
            disabled: !hasEncoders,
          },
        ]}
        value={hasEncoders ? start : 'nearest'}
        onChange={(next) => onChange({ start: next })}
        disabled={!enabled}
      />
      <FigureStatus status={status} onRetry={onRetry} />
      {own && <OwnModelNote own={own} />}
    </div>
  );
}

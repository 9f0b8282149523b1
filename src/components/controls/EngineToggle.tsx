/** Chooses the runtime that draws the pictures, with what it costs to download. */
import { Segmented } from './Segmented.tsx';

interface EngineOption<Kind extends string> {
  readonly kind: Kind;
  readonly text: string;
  readonly downloadSize: string;
}

interface EngineToggleProps<Kind extends string> {
  readonly engines: readonly EngineOption<Kind>[];
  readonly engine: Kind;
  readonly onChange: (engine: Kind) => void;
  readonly disabled?: boolean;
}

export const EngineToggle = <Kind extends string>({
  engines,
  engine,
  onChange,
  disabled = false,
}: EngineToggleProps<Kind>) => (
  <Segmented
    legend="Engine"
    options={engines.map(({ kind, text, downloadSize }) => ({ value: kind, text, remark: downloadSize }))}
    value={engine}
    onChange={onChange}
    disabled={disabled}
  />
);

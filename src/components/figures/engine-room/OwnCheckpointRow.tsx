/** One of the reader's own checkpoints: its name and size, what it is, and what can be done with it. */
import type { OwnCheckpoint } from '../../../engine/own-checkpoints.ts';
import { aboutCheckpoint, whyNotInFigures } from './about-checkpoint.ts';
import { megabytesText } from './state.ts';

interface OwnCheckpointRowProps {
  readonly checkpoint: OwnCheckpoint;
  /** That the figures pick from. */
  readonly numImages: number;
  /** The figures draw with it. */
  readonly isChosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
  readonly onRemove: () => void;
}

export function OwnCheckpointRow({
  checkpoint,
  numImages,
  isChosen,
  onChoose,
  onRemove,
}: OwnCheckpointRowProps) {
  const { name, bytes, manifest } = checkpoint;
  const reason = whyNotInFigures(manifest, numImages);
  return (
    <li className="own-checkpoint">
      <p>
        <strong>{name}</strong> <small>{megabytesText(bytes)}</small>
      </p>
      <div className="side-row">
        {reason === undefined && (
          <label className="check">
            <input
              type="checkbox"
              autoComplete="off"
              checked={isChosen}
              aria-label={`The figures draw with ${name}`}
              onChange={({ target }) => onChoose(target.checked)}
            />
            <span>The figures draw with it</span>
          </label>
        )}
        <button type="button" className="button" aria-label={`Remove ${name}`} onClick={onRemove}>
          Remove
        </button>
      </div>
      {reason !== undefined && <p className="remark">{reason}</p>}
      <details className="own-facts">
        <summary>What it is</summary>
        <dl>
          {aboutCheckpoint(checkpoint).map(([fact, value]) => (
            <div key={fact}>
              <dt>{fact}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
}

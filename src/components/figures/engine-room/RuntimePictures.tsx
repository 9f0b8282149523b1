/** The same ten pictures from each runtime, one row each; or what stands in their place. */
import { numCompared, runtimeKinds, runtimeNames } from '../../../engine/runtimes/kinds.ts';
import type { RuntimeResult, RuntimeResults } from '../../../engine/runtimes/results.ts';
import { DigitGrid } from '../../controls/DigitGrid.tsx';

interface RuntimePicturesProps {
  readonly results: RuntimeResults;
  /** What the first row shows until it is drawn. */
  readonly preview: string;
  /** What draws, in words. */
  readonly what: string;
}

export const RuntimePictures = ({ results, preview, what }: RuntimePicturesProps) => (
  <div className="runtime-rows">
    {runtimeKinds.map((kind, i) => {
      const result = results[kind];
      const shown = result.ink ?? (i === 0 && result.state === 'waiting' ? preview : undefined);
      return (
        <div key={kind} className="picture-row" data-runtime={kind} data-state={result.state}>
          <span className="row-label">{runtimeNames[kind]}</span>
          {shown === undefined ? (
            <p className="runtime-reason">{insteadOf(result)}</p>
          ) : (
            <DigitGrid
              rows={1}
              columns={numCompared}
              cellSize={28}
              label={`Ten pictures, ${what}, ${result.ink ? `by ${runtimeNames[kind]}` : 'drawn beforehand'}`}
              ink={result.ink}
              preview={preview}
            />
          )}
        </div>
      );
    })}
  </div>
);

const insteadOf = ({ state, reason }: RuntimeResult): string => {
  switch (state) {
    case 'waiting':
    case 'done':
      return 'Not measured yet.';
    case 'running':
      return 'Loading.';
    case 'unavailable':
      return reason ?? 'Not available here.';
    case 'failed':
      return `It failed: ${reason ?? 'no reason was given'}`;
  }
};

/** What was measured of each runtime, in numbers; or why there are none. */
import { batchSizes, runtimeKinds, runtimeNames, type RuntimeKind } from '../../../engine/runtimes/kinds.ts';
import { largestDifference, type RuntimeResults } from '../../../engine/runtimes/results.ts';
import { differenceText, megabytesText, millisecondsText } from './state.ts';

const [first] = runtimeKinds;

export const RuntimeTable = ({ results }: { readonly results: RuntimeResults }) => (
  <div className="runtime-scroll" role="region" aria-label="What was measured" tabIndex={0}>
    <table className="runtime-table">
      <thead>
        <tr>
          <th scope="col">runtime</th>
          {batchSizes.map((batchSize) => (
            <th key={batchSize} scope="col">
              {batchSize === 1 ? '1 picture, ms' : `${batchSize} pictures, ms`}
            </th>
          ))}
          <th scope="col">received: runtime</th>
          <th scope="col">model</th>
          <th scope="col">largest difference, of 255</th>
        </tr>
      </thead>
      <tbody>
        {runtimeKinds.map((kind) => (
          <RuntimeRow key={kind} kind={kind} results={results} />
        ))}
      </tbody>
    </table>
  </div>
);

const none = '–';

function RuntimeRow({ kind, results }: { readonly kind: RuntimeKind; readonly results: RuntimeResults }) {
  const { latencies, downloaded, ink } = results[kind];
  const reference = results[first].ink;
  return (
    <tr data-runtime={kind} data-state={results[kind].state}>
      <th scope="row">{runtimeNames[kind]}</th>
      {batchSizes.map((batchSize) => {
        const ms = latencies[batchSize];
        return <td key={batchSize}>{ms === undefined ? none : millisecondsText(ms)}</td>;
      })}
      <td>{downloaded ? megabytesText(downloaded.runtimeBytes) : none}</td>
      <td>{downloaded ? megabytesText(downloaded.modelBytes) : none}</td>
      <td>
        {kind === first && ink
          ? 'is compared with'
          : ink && reference
            ? differenceText(largestDifference(reference, ink))
            : none}
      </td>
    </tr>
  );
}

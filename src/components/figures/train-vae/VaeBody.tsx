/** What there is to see of a run: pictures, the codes on their plane, and both parts of the loss. */
import { useMemo } from 'react';
import { numShown } from '../../../engine/trainer-protocol.ts';
import { CodeMap } from '../train/CodeMap.tsx';
import { DrawnRow } from '../train/DrawnRow.tsx';
import { LearnedRows } from '../train/LearnedRows.tsx';
import { LossPlot } from '../train/LossPlot.tsx';
import { momentText } from '../train/run-phase.ts';
import { codePlane, ringRadius } from './plane.ts';
import type { VaeView } from './run-view.ts';
import type { FirstFrame } from './state.ts';

interface VaeBodyProps {
  readonly first: FirstFrame;
  readonly view: VaeView;
}

const rowLength = numShown * 28 * 28;

export function VaeBody({ first, view }: VaeBodyProps) {
  const { started, latest, losses } = view;
  const map = latest?.map ?? first.map;
  const { points, extent } = useMemo(() => codePlane(map), [map]);
  const ring = ringRadius({ extent });
  const moment = latest ? `after ${momentText(latest)}` : 'in a run made beforehand';
  const mapped = latest && started ? started.mapped : first.mapped;
  const parts = latest ? losses : first.losses;
  const numSteps = latest ? latest.step : first.numSteps;
  return (
    <div className="vae-body">
      <div className="train-pictures">
        <LearnedRows
          digits={started?.digits ?? first.digits}
          originals={started?.originals}
          preview={first.originalsUrl}
        />
        <DrawnRow
          name="drawn"
          label={`What the decoder draws from their means, ${moment}`}
          ink={latest?.pictures.subarray(0, rowLength)}
          preview={first.reconstructionsUrl}
        />
        <DrawnRow
          name="samples"
          label={`What the decoder draws from ten codes of N(0, I), ${moment}`}
          ink={latest?.pictures.subarray(rowLength)}
          preview={first.samplesUrl}
        />
      </div>
      <figure className="vae-plane">
        <CodeMap
          points={points}
          digits={mapped}
          text={`Means of the codes of ${mapped.length} images, coloured by class, ${moment}. The plane reaches from −${extent} to ${extent}.`}
        >
          <circle className="plane-prior" cx={50} cy={50} r={ring} />
        </CodeMap>
        <figcaption>{`Mean codes, from −${extent} to ${extent}. Dashed: N(0, I).`}</figcaption>
      </figure>
      <LossPlot losses={[parts.data]} numSteps={numSteps} name="Data term, nats" digits={1} />
      <LossPlot losses={[parts.divergence]} numSteps={numSteps} name="Divergence, nats" digits={2} />
    </div>
  );
}

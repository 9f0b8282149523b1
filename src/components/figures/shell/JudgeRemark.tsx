/** Under a grid: how many of its pictures the judge reads as they were meant, who the judge is, and what it cost. Its place is kept from the start. */
import { inPercent } from '../../layout/bound-text.ts';
import { CostBars } from './CostBars.tsx';
import type { Readings } from './hooks/use-readings.ts';
import type { FigureFacts } from './state/checkpoints.ts';
import type { Cost } from './state/cost.ts';
import { countAsMeant, countText } from './state/readings.ts';

interface JudgeRemarkProps {
  readonly judge: FigureFacts['judge'];
  readonly readings: Readings;
  /** The digit that a picture was meant to be; undefined where they were meant to be none. */
  readonly meant: ((picture: number) => number) | undefined;
  readonly numPictures: number;
  /** Of the checkpoint on screen; null where transfers, which it is measured on, are not what is shown. */
  readonly cost: Cost | undefined | null;
}

export function JudgeRemark({
  judge,
  readings: { now, hasJudge },
  meant,
  numPictures,
  cost,
}: JudgeRemarkProps) {
  const bars = cost === null ? null : <CostBars cost={cost} />;
  if (!judge) return bars;
  /** There are no others. */
  const all = now && meant ? countAsMeant(now, meant) === now.length : false;
  const count = now && meant ? countText(now, meant) : `… of ${numPictures}`;
  return (
    <>
      <p className="remark judge-remark" data-unread={!hasJudge || !meant}>
        <span>
          Pictures that the judge reads as the class of their row: <strong>{count}</strong>.{' '}
          <em data-void={all}>A dot marks the others.</em>
        </span>{' '}
        <span>
          {`The judge is a classifier that gets ${inPercent((100 * judge.accuracy).toFixed(1))} of unseen MNIST digits right.`}
        </span>
      </p>
      {bars}
    </>
  );
}

/** Under a grid: how many of its pictures the judge reads as they were meant, and who the judge is. Its place is kept from the start. */
import type { Readings } from './hooks/use-readings.ts';
import type { FigureFacts } from './state/checkpoints.ts';
import { countText } from './state/readings.ts';

interface JudgeRemarkProps {
  readonly judge: FigureFacts['judge'];
  readonly readings: Readings;
  /** The digit that a picture was meant to be; undefined where they were meant to be none. */
  readonly meant: ((picture: number) => number) | undefined;
  readonly numPictures: number;
}

export function JudgeRemark({ judge, readings: { now, hasJudge }, meant, numPictures }: JudgeRemarkProps) {
  if (!judge) return null;
  const count = now && meant ? countText(now, meant) : `… of ${numPictures}`;
  return (
    <p className="remark judge-remark" data-unread={!hasJudge || !meant}>
      <span>
        Pictures that the judge reads as the class of their row: <strong>{count}</strong>
      </span>{' '}
      <span>
        {`The judge is a classifier that gets ${(100 * judge.accuracy).toFixed(1)} % of unseen MNIST digits right.`}
      </span>
    </p>
  );
}

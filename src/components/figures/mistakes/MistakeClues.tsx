/** What a program prints: two curves over its epochs, and four numbers beside those of the right one. */
import { ClueCurve } from './ClueCurve.tsx';
import type { Curves, ShownMistake } from './facts.ts';

interface MistakeCluesProps {
  readonly mistake: ShownMistake;
  readonly right: Curves;
}

export const MistakeClues = ({ mistake: { curves, metrics }, right }: MistakeCluesProps) => (
  <div className="mistake-clues">
    <ClueCurve title="training loss" values={curves.loss} right={right.loss} />
    <ClueCurve title="size of codes" values={curves.codeSize} right={right.codeSize} />
    <dl className="mistake-metrics">
      {metrics.map(({ name, value, right: rightValue }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span>{value}</span>
            <small>{`right: ${rightValue}`}</small>
          </dd>
        </div>
      ))}
    </dl>
  </div>
);

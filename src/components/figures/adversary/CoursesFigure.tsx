/** The Inception Score of several runs as they learn, by the generator's steps or by what all steps cost. */
import type { Tone } from '../../charts/types.ts';
import { Choice } from '../../controls/Choice.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import { comparisonOptions } from './comparisons.ts';
import { CourseChart } from './CourseChart.tsx';
import { coursesFields, placesOn, type CoursesFacts } from './courses.ts';

const axes = {
  steps: { text: 'generator steps', unit: 'k steps', says: 'thousands of generator steps' },
  work: { text: 'multiply-adds', unit: '× 10¹²', says: 'millions of millions of multiply-adds' },
} as const;
const axisOptions = (['steps', 'work'] as const).map((value) => ({ value, text: axes[value].text }));

export function CoursesFigure({ facts }: { readonly facts: CoursesFacts }) {
  const { comparisons, courses, stepsPerEpoch } = facts;
  const island = useIsland('courses', coursesFields);
  const { state, change, enabled } = island;
  const { unit, says } = axes[state.axis];
  const curves = comparisons[state.compare].map(({ id, text }, i) => ({
    text,
    tone: `series-${i + 1}` as Tone,
    xs: placesOn(state.axis, courses[id], stepsPerEpoch),
    ys: courses[id].inception,
  }));
  const ends = curves.map(
    ({ text, xs, ys }) => `${text} ${ys[ys.length - 1].toFixed(2)} after ${xs[xs.length - 1].toFixed(1)}`,
  );
  return (
    <Island
      island={island}
      label="Inception Score in training"
      runs={comparisons[state.compare].map(({ id }) => id)}
      state="ready"
      foot={null}
    >
      <div className="island-controls">
        <Choice
          label="Compare"
          options={comparisonOptions}
          value={state.compare}
          onChange={(compare) => change({ compare })}
          disabled={!enabled}
        />
        <Segmented
          legend="Over"
          options={axisOptions}
          value={state.axis}
          onChange={(axis) => change({ axis })}
          disabled={!enabled}
        />
      </div>
      <div className="courses-chart">
        {(['wide', 'narrow'] as const).map((size) => (
          <CourseChart
            key={size}
            title="Inception Score of 1,000 pictures, and its trend"
            unit={unit}
            curves={curves}
            trend
            size={size}
            label={`Inception Score over ${says}: ${ends.join('; ')}`}
          />
        ))}
      </div>
    </Island>
  );
}

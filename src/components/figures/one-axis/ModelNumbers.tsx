/** What was measured of one model, and what it cost. */
import { axisTitle } from '../../charts/format.ts';
import { axes, samplerTexts, written } from './axes.ts';
import { acrossNames, qualityNames, type AxisModel } from './models.ts';
import { samplerOf, type Origin } from './state.ts';

export function ModelNumbers({ model, from }: { readonly model: AxisModel; readonly from: Origin }) {
  const sampler = samplerOf(model, from);
  const quality = model.samples[sampler] ?? model.samples.standard;
  return (
    <dl className="model-numbers">
      <div>
        <dt>codes drawn from</dt>
        <dd>{samplerTexts[sampler]}</dd>
      </div>
      {qualityNames.map((name) => (
        <div key={name}>
          <dt>{axes[name].label}</dt>
          <dd>{written(name, quality[name])}</dd>
        </div>
      ))}
      {acrossNames.map((name) => {
        const value = model.across[name];
        return (
          <div key={name}>
            <dt>{axisTitle(axes[name])}</dt>
            <dd>{value ? written(name, value) : '–'}</dd>
          </div>
        );
      })}
    </dl>
  );
}

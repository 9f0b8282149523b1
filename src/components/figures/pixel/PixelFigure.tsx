/** What each loss charges for every value of one pixel, and the value it charges least for, by the share of images with ink there. */
import { spreadOut } from '../../charts/labels.ts';
import { Slider } from '../../controls/Slider.tsx';
import { inPercent } from '../../layout/bound-text.ts';
import { lossTexts } from '../losses/loss-texts.ts';
import { useIsland } from '../shell/hooks/use-island.ts';
import { Island } from '../shell/Island.tsx';
import { pixelFields, pixelLosses, pixelRules, type PixelLoss } from './state.ts';

const name = 'pixel';
const tones: Readonly<Record<PixelLoss, string>> = {
  l1: 'var(--series-1)',
  'l1+l2': 'var(--series-3)',
  l2: 'var(--series-2)',
};

const frame = { width: 360, height: 230, left: 30, right: 62, top: 24, bottom: 38 };
const right = frame.width - frame.right;
const bottom = frame.height - frame.bottom;
const x = (value: number): number => frame.left + (right - frame.left) * value;
/** Both losses together charge at most 2. */
const y = (loss: number): number => bottom - ((bottom - frame.top) * loss) / 2;
const steps = Array.from({ length: 41 }, (_, i) => i / 40);
const two = (value: number): string => value.toFixed(2);

export function PixelFigure() {
  const island = useIsland(name, pixelFields);
  const { state, change, enabled } = island;
  const { share } = state;
  // At full ink L1 and L2 charge the same, so their names have to move apart.
  const ends = spreadOut(
    pixelLosses.map((loss) => y(pixelRules[loss].expected(share, 1))),
    14,
    [frame.top, bottom],
  );
  const percent = inPercent(Math.round(100 * share));
  const best = pixelLosses
    .map((loss) => `${lossTexts[loss]} ${two(pixelRules[loss].best(share))}`)
    .join(', ');
  return (
    <Island
      island={island}
      label="The best value of a pixel"
      state="ready"
      foot={<span className="remark">0 is paper, 1 is ink.</span>}
    >
      <div className="pixel-body">
        <svg
          className="pixel-chart"
          viewBox={`0 0 ${frame.width} ${frame.height}`}
          role="img"
          aria-label={`Mean loss against the painted value, ink in ${percent} of the images. Least at: ${best}.`}
        >
          <text className="chart-axis-title" x={0} y={12}>
            mean loss
          </text>
          {[0, 1, 2].map((tick) => (
            <g key={tick}>
              <path className="curve-grid" d={`M${frame.left},${y(tick)}H${right}`} />
              <text x={frame.left - 8} y={y(tick) + 4} textAnchor="end">
                {tick}
              </text>
            </g>
          ))}
          {[0, 0.5, 1].map((tick) => (
            <text key={tick} x={x(tick)} y={bottom + 18} textAnchor="middle">
              {tick}
            </text>
          ))}
          <text className="chart-axis-title" x={x(0.5)} y={bottom + 34} textAnchor="middle">
            painted value
          </text>
          {pixelLosses.map((loss) => (
            <g key={loss}>
              <path
                className="pixel-curve"
                stroke={tones[loss]}
                d={steps
                  .map(
                    (v, i) =>
                      `${i === 0 ? 'M' : 'L'}${x(v)},${y(pixelRules[loss].expected(share, v)).toFixed(2)}`,
                  )
                  .join('')}
              />
              <circle
                className="pixel-best"
                fill={tones[loss]}
                cx={x(pixelRules[loss].best(share))}
                cy={y(pixelRules[loss].expected(share, pixelRules[loss].best(share)))}
                r={5}
              />
            </g>
          ))}
          {pixelLosses.map((loss, i) => (
            <text key={loss} className="pixel-name" fill={tones[loss]} x={right + 8} y={ends[i] + 4}>
              {lossTexts[loss]}
            </text>
          ))}
        </svg>
        <div className="island-side">
          <Slider
            label="Share of the images with ink here"
            value={share}
            max={1}
            step={0.01}
            text={percent}
            onChange={(value) => change({ share: value })}
            disabled={!enabled}
          />
          <ul className="pixel-swatches" aria-label="The best value under each loss">
            {pixelLosses.map((loss) => (
              <li key={loss}>
                <span className="pixel-swatch">
                  <span className="ink" style={{ opacity: pixelRules[loss].best(share) }} />
                </span>
                <span style={{ color: tones[loss] }}>{lossTexts[loss]}</span>
                <small>{two(pixelRules[loss].best(share))}</small>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Island>
  );
}

/** The chart: a point a model, with its spread over seeds, the mark of real images, and the name of the model that is looked at. */
import type { MouseEvent, PointerEvent } from 'react';
import type { ScaledAxis } from '../../charts/axes.ts';
import { axisTitle } from '../../charts/format.ts';
import { boundText } from '../../layout/bound-text.ts';
import { axes, betterText } from './axes.ts';
import type { AxisFacts, QualityName } from './models.ts';
import { nearestPoint, placeOn, type AxisPoint } from './points.ts';
import type { AxisState } from './state.ts';

interface AxisPlaneProps {
  readonly facts: AxisFacts;
  readonly state: Pick<AxisState, 'across' | 'quality'>;
  readonly points: readonly AxisPoint[];
  /** Id of the model that is looked at. */
  readonly shown: string;
  readonly onPeek: (id: string | undefined) => void;
  readonly onChoose: ((id: string) => void) | undefined;
}

export function AxisPlane({
  facts: { scales, real },
  state,
  points,
  shown,
  onPeek,
  onChoose,
}: AxisPlaneProps) {
  const [across, upwards] = [scales[state.across], scales[state.quality]];
  const current = points.find(({ model }) => model.id === shown);
  const pointed = ({ currentTarget, clientX, clientY }: MouseEvent): AxisPoint | undefined => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const place = { left: (clientX - left) / width, top: (clientY - top) / height, width, height };
    return nearestPoint(points, place);
  };
  const peek = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') onPeek(pointed(event)?.model.id);
  };
  return (
    <div className="axis-plane">
      <p className="axis-name">
        <span>{axisTitle(axes[state.quality])}</span>
        <small>{`, ${betterText[state.quality]}`}</small>
      </p>
      <div
        className="axis-frame"
        role="img"
        aria-label={`${axes[state.quality].label} of the samples of ${points.length} models, against ${axes[state.across].label.toLowerCase()}.${current ? ` ${current.model.text} is marked.` : ''}`}
        onPointerMove={peek}
        onPointerLeave={() => onPeek(undefined)}
        onClick={(event) => {
          const point = pointed(event);
          if (point) onChoose?.(point.model.id);
        }}
      >
        <Ticks scale={upwards} along="upwards" />
        <Ticks scale={across} along="across" />
        <RealImages scale={upwards} quality={state.quality} value={real[state.quality]} />
        {points.map((point) => (
          <Point key={point.model.id} point={point} />
        ))}
        {current && <Current point={current} />}
      </div>
      <p className="axis-name axis-name-across">{axisTitle(axes[state.across])}</p>
    </div>
  );
}

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;

function Ticks({ scale, along }: { readonly scale: ScaledAxis; readonly along: 'across' | 'upwards' }) {
  const side = along === 'across' ? 'left' : 'bottom';
  return scale.ticks.map((tick, i) => (
    <span
      key={tick}
      className={`axis-tick axis-tick-${along}`}
      style={{ [side]: percent(placeOn(scale, tick)) }}
    >
      <span>{scale.words[i]}</span>
    </span>
  ));
}

interface PointProps {
  readonly point: AxisPoint;
}

interface RealImagesProps {
  readonly scale: ScaledAxis;
  readonly quality: QualityName;
  readonly value: number;
}

const RealImages = ({ scale, quality, value }: RealImagesProps) => (
  <span className="axis-real" data-quality={quality} style={{ bottom: percent(placeOn(scale, value)) }}>
    <span>real images</span>
  </span>
);

function Point({ point: { model, left, bottom, across, upwards, stands } }: PointProps) {
  const look = { 'data-family': model.family, 'data-stands': stands };
  return (
    <>
      <span
        className="axis-spread"
        {...look}
        style={{ left: percent(across[0]), width: percent(across[1] - across[0]), bottom: percent(bottom) }}
      />
      <span
        className="axis-spread"
        {...look}
        style={{ left: percent(left), bottom: percent(upwards[0]), height: percent(upwards[1] - upwards[0]) }}
      />
      <span className="axis-point" {...look} style={{ left: percent(left), bottom: percent(bottom) }} />
    </>
  );
}

/** A ring about the point, and its name where there is room. */
function Current({ point: { model, left, bottom } }: PointProps) {
  const style = { left: percent(left), bottom: percent(bottom) };
  return (
    <>
      <span className="axis-ring" style={style} />
      <strong className="axis-point-name" data-side={left > 0.5 ? 'left' : 'right'} style={style}>
        {boundText(model.text)}
      </strong>
    </>
  );
}

/** The two tables as planes: content codes are dots, class codes digits. What a phase does to them is drawn on them. */
import type { CSSProperties } from 'react';
import {
  reached,
  noisyCopies,
  slotName,
  type Moment,
  type SlowMotionFacts,
  type StepNumbers,
} from './state.ts';
import { planeText } from './phase-texts.ts';
import { arrowFrom, lineBetween, placeOf, trailOf } from './plane.ts';
import type { Point, Recording } from './recording.ts';

interface CodePlanesProps {
  readonly facts: SlowMotionFacts;
  readonly moment: Moment;
  readonly numbers: StepNumbers;
  /** For the trails, once it is there. */
  readonly recording: Recording | undefined;
}

/** Of the longest arrow, in hundredths of the plane. */
const arrowLength = 17;

const colorOf = (digit: number): CSSProperties =>
  ({ '--class-color': `var(--class-${digit})` }) as CSSProperties;

const at = ([x, y]: Point): CSSProperties => ({ transform: `translate(${x}px, ${y}px)` });

/** Axes through the middle, with a mark at 1. */
function Axes({ extent }: { readonly extent: number }) {
  const [one] = placeOf([1, 1], extent);
  return (
    <>
      <rect className="plane-frame" width={100} height={100} />
      <path className="plane-axes" d={`M0 50H100M50 0V100M${one} 48.5v3M48.5 ${100 - one}h3`} />
      <text className="plane-tick" x={one} y={57} textAnchor="middle">
        1
      </text>
      <text className="plane-tick" x={46} y={101.8 - one} textAnchor="end">
        1
      </text>
    </>
  );
}

/** Ids are the page's: the two planes have one each. */
const ArrowHead = ({ id }: { readonly id: string }) => (
  <defs>
    <marker id={id} viewBox="0 0 6 6" refX={4} refY={3} markerWidth={4} markerHeight={4} orient="auto">
      <path d="M0 0L6 3L0 6z" />
    </marker>
  </defs>
);

export function ContentPlane({ facts, moment: { step, phase }, numbers, recording }: CodePlanesProps) {
  const { labels, contentExtent: extent, settings } = facts;
  const { images, contents, contentsAfter, contentPulls } = numbers;
  const moved = phase === 'update';
  const places = (moved ? contentsAfter : contents).map((code) => placeOf(code, extent));
  const copies = noisyCopies(numbers).map((code) => placeOf(code, extent));
  const isOut = reached(phase, 'noise');
  const showsCopies = reached(phase, 'codes') && !reached(phase, 'gradients');
  return (
    <svg
      className="code-plane"
      viewBox="0 0 100 100"
      role="img"
      aria-label={`Content codes in step ${step}: ${planeText(phase, numbers)}`}
    >
      <Axes extent={extent} />
      {recording && (
        <g className="plane-trails">
          {labels.map((digit, image) => (
            <path
              key={image}
              style={colorOf(digit)}
              d={trailOf(recording.contents, image, moved ? step : step - 1, extent)}
            />
          ))}
        </g>
      )}
      {phase === 'noise' &&
        images.map((image) => (
          <circle
            key={image}
            className="plane-noise"
            cx={places[image][0]}
            cy={places[image][1]}
            r={(50 * settings.sigma) / extent}
          />
        ))}
      {moved &&
        labels.map((_, image) => (
          <path
            key={image}
            className="plane-moved"
            d={lineBetween(placeOf(contents[image], extent), places[image])}
          />
        ))}
      {labels.map((digit, image) => (
        <g key={image} className="code-dot" data-batch={images.includes(image)} style={at(places[image])}>
          <circle r={images.includes(image) ? 2.6 : 2} style={colorOf(digit)} />
        </g>
      ))}
      {showsCopies &&
        images.map((image, slot) => (
          <g key={slot} style={colorOf(labels[image])}>
            {isOut && <path className="plane-shift" d={lineBetween(places[image], copies[slot])} />}
            <circle className="code-copy" r={3.4} style={at(isOut ? copies[slot] : places[image])} />
          </g>
        ))}
      {phase === 'gradients' &&
        images.map((image, slot) => (
          <path
            key={slot}
            className="plane-pull"
            d={arrowFrom(places[image], contentPulls.arrows[slot], arrowLength)}
            markerEnd="url(#content-arrow)"
          />
        ))}
      {images.map((image, slot) => (
        <g key={slot} className="code-letter" style={at(places[image])}>
          <text x={3} y={-2.6}>
            {slotName(slot)}
          </text>
        </g>
      ))}
      <ArrowHead id="content-arrow" />
    </svg>
  );
}

export function ClassPlane({ facts, moment: { step, phase }, numbers, recording }: CodePlanesProps) {
  const { labels, classExtent: extent } = facts;
  const { images, classes, classesAfter, classPulls } = numbers;
  const moved = phase === 'update';
  const places = (moved ? classesAfter : classes).map((code) => placeOf(code, extent));
  const inBatch = [...new Set(images.map((image) => labels[image]))].sort((a, b) => a - b);
  return (
    <svg
      className="code-plane class-plane"
      viewBox="-8 -8 116 116"
      role="img"
      aria-label={`Class codes in step ${step}: a digit for each class; in the batch are ${inBatch.join(', ')}${
        phase === 'gradients' ? ', each with an arrow that shows which way would lower the loss' : ''
      }.`}
    >
      <Axes extent={extent} />
      {recording && (
        <g className="plane-trails">
          {places.map((_, digit) => (
            <path
              key={digit}
              style={colorOf(digit)}
              d={trailOf(recording.classes, digit, moved ? step : step - 1, extent)}
            />
          ))}
        </g>
      )}
      {phase === 'gradients' &&
        places.map((place, digit) => (
          <path
            key={digit}
            className="plane-pull"
            d={arrowFrom(place, classPulls.arrows[digit], 1.6 * arrowLength)}
            markerEnd="url(#class-arrow)"
          />
        ))}
      {places.map((place, digit) => (
        <g key={digit} className="code-digit" style={{ ...at(place), ...colorOf(digit) }}>
          {phase === 'codes' && inBatch.includes(digit) && <circle className="code-copy" r={9} />}
          <text textAnchor="middle" dy="0.36em">
            {digit}
          </text>
        </g>
      ))}
      <ArrowHead id="class-arrow" />
    </svg>
  );
}

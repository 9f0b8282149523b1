/** Beside the map, by keyboard too: where the mark is, and which codes are averaged there; a loop about some; a content that no image has. */
import { Slider } from '../../controls/Slider.tsx';
import { inPercent } from '../../layout/bound-text.ts';
import { NextSeed } from '../shell/NextSeed.tsx';
import type { Region } from './region.ts';
import { farthest, largestRadius, mostNear, type WalkState } from './state.ts';

interface WalkControlsProps {
  readonly state: WalkState;
  readonly onAxes: boolean;
  readonly region: Region | undefined;
  /** Codes in the region. */
  readonly numWithin: number;
  readonly isLooping: boolean;
  readonly onLooping: (isLooping: boolean) => void;
  /** Away from a loop and from a sample; what is not about the circle leaves that, too. */
  readonly onGo: (changed: Partial<WalkState>) => void;
  readonly onSample: (seed: number) => void;
  readonly disabled: boolean;
}

export function WalkControls({
  state,
  onAxes,
  region,
  numWithin,
  isLooping,
  onLooping,
  onGo,
  onSample,
  disabled,
}: WalkControlsProps) {
  const { near, radius, sample } = state;
  const placeSlider = (label: string, axis: 'x' | 'y') => (
    <Slider
      label={label}
      value={state[axis]}
      max={1}
      step={0.01}
      text={percent(state[axis])}
      onChange={(value) => onGo({ [axis]: value })}
      disabled={disabled}
    />
  );
  const axisSlider = (label: string, axis: 'third' | 'fourth') => (
    <Slider
      label={label}
      value={state[axis]}
      min={-farthest}
      max={farthest}
      step={0.1}
      text={`${state[axis].toFixed(1).replace('-', '−')} std`}
      onChange={(value) => onGo({ [axis]: value, radius: 0 })}
      disabled={disabled}
    />
  );
  return (
    <>
      {placeSlider(onAxes ? 'First axis' : 'Across', 'x')}
      {placeSlider(onAxes ? 'Second axis' : 'Up', 'y')}
      {onAxes ? (
        <>
          {axisSlider('Third axis', 'third')}
          {axisSlider('Fourth axis', 'fourth')}
        </>
      ) : (
        <Slider
          label="Codes averaged"
          value={near}
          min={1}
          max={mostNear}
          step={1}
          text={near === 1 ? 'the nearest' : `the ${near} nearest`}
          onChange={(value) => onGo({ near: value, radius: 0 })}
          disabled={disabled}
        />
      )}
      <Slider
        label="Circle about the mark"
        value={radius}
        max={largestRadius}
        step={0.01}
        text={radius === 0 ? 'none' : percent(radius)}
        onChange={(value) => onGo({ radius: value })}
        disabled={disabled}
      />
      <div className="side-row">
        <button
          type="button"
          className="button"
          aria-pressed={isLooping}
          disabled={disabled}
          onClick={() => onLooping(!isLooping)}
        >
          Draw a loop
        </button>
        <span className="remark" role="status">
          {regionText(region?.kind, numWithin, isLooping)}
        </span>
      </div>
      <div className="side-row">
        <NextSeed seed={sample} onChange={onSample} disabled={disabled}>
          Draw a content
        </NextSeed>
        <span className="remark">{sample > 0 ? `seed ${sample}` : 'from the fitted Gaussian'}</span>
      </div>
    </>
  );
}

/** What the codes in a region come to, or how to draw one. */
function regionText(kind: Region['kind'] | undefined, numWithin: number, isLooping: boolean): string {
  if (isLooping) return 'Draw a line about some dots.';
  if (kind === undefined) return 'draws the mean of the codes in it';
  if (numWithin === 0) return `No code lies in the ${kind}.`;
  return `The mean of ${numWithin} ${numWithin === 1 ? 'code' : 'codes'} in the ${kind}.`;
}

export const percent = (share: number): string => inPercent(Math.round(100 * share));

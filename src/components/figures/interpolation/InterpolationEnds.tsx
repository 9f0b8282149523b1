/** Chooses what an interpolation runs between: two images for the content, two classes. */
import { useState } from 'react';
import { createRandom } from '../../../numerics/random.ts';
import { Choice } from '../../controls/Choice.tsx';
import { ImageStepper } from '../../controls/ImageStepper.tsx';
import { classOf, neighbourOfClass, randomOfClass, withItem, type Labels } from '../shell/state/images.ts';
import type { InterpolationState } from './state.ts';

interface InterpolationEndsProps extends Pick<InterpolationState, 'images' | 'classes'> {
  readonly numClasses: number;
  /** Known once a checkpoint is loaded. */
  readonly labels: Labels | undefined;
  readonly onChange: (change: Partial<Pick<InterpolationState, 'images' | 'classes'>>) => void;
}

const ends = ['from', 'to'] as const;

export function InterpolationEnds({ images, classes, numClasses, labels, onChange }: InterpolationEndsProps) {
  const [numDraws, setNumDraws] = useState(0);
  const digits = Array.from({ length: numClasses }, (_, digit) => ({ value: digit, text: String(digit) }));
  return (
    <>
      {ends.map((end, i) => {
        const image = images[i];
        const pick = (next: number): void => onChange({ images: withItem(images, i, next) });
        return (
          <ImageStepper
            key={end}
            label={`Content ${end}`}
            image={image}
            digit={labels ? classOf(labels, image) : classes[i]}
            numClasses={numClasses}
            disabled={!labels}
            onStep={(step) => labels && pick(neighbourOfClass(labels, image, step))}
            onRandom={(digit) => {
              if (!labels) return;
              setNumDraws(numDraws + 1);
              pick(randomOfClass(labels, digit, image, createRandom(`end ${i}, pick ${numDraws}`)));
            }}
          />
        );
      })}
      <div className="side-row">
        {ends.map((end, i) => (
          <Choice
            key={end}
            label={`Class ${end}`}
            options={digits}
            value={classes[i]}
            onChange={(digit) => onChange({ classes: withItem(classes, i, digit) })}
            disabled={!labels}
          />
        ))}
      </div>
    </>
  );
}

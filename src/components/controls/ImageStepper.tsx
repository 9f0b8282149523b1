/** Goes through the images of a class, one by one or at random, and to other classes. Which image comes next is the caller's. */
import { Choice } from './Choice.tsx';
import { aDigit } from './digit-words.ts';

interface ImageStepperProps {
  /** Which image this chooses, such as "Content from". */
  readonly label: string;
  readonly image: number;
  readonly digit: number;
  readonly numClasses: number;
  readonly onStep: (step: 1 | -1) => void;
  /** A random image of the class. */
  readonly onRandom: (digit: number) => void;
  readonly disabled?: boolean;
}

export function ImageStepper({
  label,
  image,
  digit,
  numClasses,
  onStep,
  onRandom,
  disabled = false,
}: ImageStepperProps) {
  const digits = Array.from({ length: numClasses }, (_, i) => ({ value: i, text: aDigit(i) }));
  return (
    <fieldset className="image-stepper" disabled={disabled}>
      <legend>
        <span>{label}</span> <output>{`image ${image}`}</output>
      </legend>
      <Choice label="Class" options={digits} value={digit} onChange={onRandom} />
      <button type="button" className="button" aria-label={`Previous ${digit}`} onClick={() => onStep(-1)}>
        ‹
      </button>
      <button type="button" className="button" aria-label={`Next ${digit}`} onClick={() => onStep(1)}>
        ›
      </button>
      <button type="button" className="button" onClick={() => onRandom(digit)}>
        Random
      </button>
    </fieldset>
  );
}

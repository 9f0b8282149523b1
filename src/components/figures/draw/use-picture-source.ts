/**
 * The picture that is searched for, and every way to come by it: strokes on the pad, a given picture, a file. Its address is the
 * truth; strokes are known while nothing else has changed it.
 */
import { useEffect, useMemo, useState } from 'react';
import { digitOf, type DigitPicture } from '../../../numerics/pictures/digit.ts';
import type { Plane } from '../../../numerics/pictures/plane.ts';
import { loadGiven } from './given-images.ts';
import { numPixels, textOfImage } from './image-text.ts';
import { blank, drawnInk, drawnName, givenDigit, type DrawFacts, type ImageName } from './state.ts';
import { rasterOf, type Stroke } from './strokes.ts';

interface Drawn {
  /** What they came to. */
  readonly name: ImageName;
  readonly strokes: readonly Stroke[];
  /** What they were drawn on. */
  readonly on: ImageName;
  readonly picture: DigitPicture;
}

export interface PictureSource {
  /** [784]; undefined where there is nothing, or while the given pictures load. */
  readonly ink: Float32Array | undefined;
  readonly strokes: readonly Stroke[];
  /** What lies below the strokes. */
  readonly under: Float32Array | undefined;
  /** The steps from what was drawn or taken to `ink`. */
  readonly picture: DigitPicture | undefined;
  /** What was wrong with the last file. */
  readonly trouble: string | undefined;
  readonly draw: (strokes: readonly Stroke[], plane: Plane) => void;
  readonly undo: () => void;
  readonly set: (name: ImageName) => void;
  readonly take: (file: File) => Promise<void>;
}

const nothingIn =
  'Nothing stands out in this picture. Take one with dark ink on light paper, or chalk on a board, and nothing else in it.';

export function usePictureSource(
  { given }: Pick<DrawFacts, 'given'>,
  { name, onChange, active }: { name: ImageName; onChange: (name: ImageName) => void; active: boolean },
): PictureSource {
  const [givenInk, setGivenInk] = useState<Float32Array>();
  const [drawn, setDrawn] = useState<Drawn>();
  const [trouble, setTrouble] = useState<string>();
  const wantsGiven = active && givenInk === undefined;
  useEffect(() => {
    if (!wantsGiven) return;
    let left = false;
    loadGiven(given).then(
      (ink) => {
        if (!left) setGivenInk(ink);
      },
      () => setTrouble('The given pictures did not come. Draw one, or reload the page.'),
    );
    return () => {
      left = true;
    };
  }, [given, wantsGiven]);

  const inkOf = useMemo(
    () => (of: ImageName) => {
      const digit = givenDigit(of);
      return digit === undefined
        ? drawnInk(of)
        : givenInk?.subarray(digit * numPixels, (digit + 1) * numPixels);
    },
    [givenInk],
  );
  const ink = useMemo(() => inkOf(name), [inkOf, name]);
  const known = drawn?.name === name ? drawn : undefined;
  const on = known ? known.on : name;
  const under = useMemo(() => inkOf(on), [inkOf, on]);
  const ownPicture = useMemo(
    () => ink && digitOf({ width: 28, height: 28, values: Float32Array.from(ink, (amount) => 1 - amount) }),
    [ink],
  );

  const set = (next: ImageName): void => {
    setTrouble(undefined);
    onChange(next);
  };
  const show = (picture: DigitPicture, strokes: readonly Stroke[], below: ImageName | undefined): void => {
    const next = picture.kind === 'blank' ? blank : drawnName(textOfImage(picture.centred.values));
    setDrawn({ name: next, strokes, on: below ?? next, picture });
    set(next);
  };
  /** A stroke on a given picture begins a drawing of one's own. */
  const base = givenDigit(on) === undefined ? on : blank;

  return {
    ink,
    strokes: known?.strokes ?? [],
    under,
    picture: known?.picture ?? ownPicture,
    trouble,
    draw: (strokes, plane) => show(digitOf(plane), strokes, base),
    undo() {
      if (!known) return;
      const strokes = known.strokes.slice(0, -1);
      if (strokes.length === 0) set(known.on);
      else show(digitOf(rasterOf({ under, strokes })), strokes, known.on);
    },
    set,
    async take(file) {
      setTrouble(undefined);
      const { PictureError, readPicture } = await import('./read-picture.ts');
      try {
        const picture = digitOf(await readPicture(file));
        if (picture.kind === 'blank') setTrouble(nothingIn);
        else show(picture, [], undefined);
      } catch (error) {
        if (!(error instanceof PictureError)) throw error;
        setTrouble(error.message);
      }
    },
  };
}

/** What becomes of a picture before it is searched for: each step as a small picture of its own. */
import { useLayoutEffect, useRef } from 'react';
import type { DigitPicture } from '../../../numerics/pictures/digit.ts';
import type { Plane } from '../../../numerics/pictures/plane.ts';

export function CleaningSteps({ picture }: { readonly picture: DigitPicture | undefined }) {
  const steps =
    picture?.kind === 'digit'
      ? [
          { name: picture.ground === 'paper' ? 'ink on paper' : 'ink on slate', plane: picture.ink },
          { name: 'without specks', plane: picture.cleaned },
          { name: '20 × 20', plane: picture.fitted },
          { name: '28 × 28, centred', plane: picture.centred },
        ]
      : [];
  return (
    <ol className="draw-steps" aria-label="How the picture becomes one as MNIST has them">
      {steps.map(({ name, plane }) => (
        <li key={name}>
          <PlaneCanvas plane={plane} label={`The picture: ${name}`} />
          <small>{name}</small>
        </li>
      ))}
    </ol>
  );
}

function PlaneCanvas({ plane, label }: { readonly plane: Plane; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, values } = plane;
  useLayoutEffect(() => {
    const pixels = new Uint8ClampedArray(4 * values.length);
    values.forEach((ink, i) => (pixels[4 * i + 3] = 255 * ink));
    canvas.current?.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [width, height, values]);
  return <canvas ref={canvas} className="ink" width={width} height={height} role="img" aria-label={label} />;
}

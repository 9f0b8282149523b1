/** Content codes as dots in the colours of their classes: one path a class, so that five hundred of them cost ten elements. */
import type { CSSProperties, ReactNode } from 'react';

interface CodeMapProps {
  /** Two numbers an image, in hundredths of the plane from its middle. */
  readonly points: ArrayLike<number>;
  /** Of the images. */
  readonly digits: ArrayLike<number>;
  readonly text: string;
  /** Over the dots, in hundredths of the plane from its top left. */
  readonly children?: ReactNode;
}

export function CodeMap({ points, digits, text, children }: CodeMapProps) {
  const paths = Array.from({ length: 10 }, () => '');
  for (let i = 0; i < digits.length; i++) {
    paths[digits[i]] += `M${(50 + points[2 * i]).toFixed(1)} ${(50 - points[2 * i + 1]).toFixed(1)}h0`;
  }
  return (
    <svg className="train-map" viewBox="0 0 100 100" role="img" aria-label={text}>
      <rect className="map-frame" width={100} height={100} />
      {paths.map((d, digit) => (
        <path
          key={digit}
          className="train-dots"
          style={{ '--class-color': `var(--class-${digit})` } as CSSProperties}
          d={d}
        />
      ))}
      {children}
    </svg>
  );
}

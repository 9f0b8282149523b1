/** Training images whose codes lie nearest to a place on the map: its neighbourhood. */
import type { CSSProperties } from 'react';
import { OriginalImage } from '../originals/OriginalImage.tsx';
import { nearestImages, type MapFacts, type Point } from './state.ts';

interface ContentMapNearestProps {
  readonly facts: MapFacts;
  readonly originalsUrl: string;
  /** Of the model on screen; undefined until there is one, and the first place's neighbours are shown. */
  readonly codes: Float32Array | undefined;
  readonly place: Point;
}

export function ContentMapNearest({ facts, originalsUrl, codes, place }: ContentMapNearestProps) {
  const count = facts.firstNearest.length;
  const images = codes ? nearestImages(codes, place, count) : facts.firstNearest;
  return (
    <div className="map-nearest">
      <p className="axis-title">training images whose codes are nearest</p>
      <div className="cell-row" style={{ '--count': count } as CSSProperties}>
        {images.map((image) => (
          <OriginalImage
            key={image}
            originalsUrl={originalsUrl}
            image={image}
            label={`Original image ${image}`}
          />
        ))}
      </div>
    </div>
  );
}

/** Pictures for the map, when a reader asks for them: what draws them loads then. */
import { useEffect, useMemo, useState } from 'react';
import type * as Thumbnails from './thumbnails.ts';
import type { ThumbnailPainter } from './thumbnails.ts';
import type { ShownMap } from './use-walk-map.ts';

/** With the colours of the dots, what draws the pictures at their places. */
export type MakePainter = (colourOf: (image: number) => string) => ThumbnailPainter;

/** @param ink of all images, [n, 784]; undefined until they are drawn. */
export function useThumbnails(
  wanted: boolean,
  shown: ShownMap | undefined,
  ink: Float32Array | undefined,
): MakePainter | undefined {
  const [loaded, setLoaded] = useState<typeof Thumbnails>();
  useEffect(() => {
    if (wanted) void import('./thumbnails.ts').then(setLoaded);
  }, [wanted]);
  const places = shown?.places;
  return useMemo(() => {
    if (!wanted || !loaded || !places || !ink) return undefined;
    const images = loaded.representatives(places);
    return (colourOf) => loaded.createThumbnailPainter({ images, ink }, colourOf);
  }, [wanted, loaded, places, ink]);
}

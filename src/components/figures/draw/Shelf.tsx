/** Drawings that the reader keeps: take one again, remove one, see what lies between the hand of one and that of the picture found now, and whose codes are nearest to it. */
import { Suspense, lazy, useEffect, useState } from 'react';
import { DigitGrid } from '../../controls/DigitGrid.tsx';
import {
  keepDrawing,
  listDrawings,
  nextName,
  removeDrawing,
  storageTrouble,
  type Drawing,
} from '../shelf/drawings.ts';
import { bestClass, foundContent, type Found } from './searcher.ts';
import { drawnName, type ImageName } from './state.ts';
import { textOfImage } from './image-text.ts';

/** What is shown of a kept drawing, when a reader asks for it. */
const Between = lazy(async () => ({ default: (await import('./Between.tsx')).Between }));
const Nearest = lazy(async () => ({ default: (await import('./Nearest.tsx')).Nearest }));
type Shown = 'Between' | 'Nearest';

interface ShelfProps {
  /** On the pad, [784]. */
  readonly ink: Float32Array | undefined;
  /** What is known of it, once it is done. */
  readonly found: Found | undefined;
  readonly originalsUrl: string | undefined;
  readonly onTake: (name: ImageName) => void;
  readonly active: boolean;
  readonly disabled: boolean;
}

export function Shelf({ ink, found, originalsUrl, onTake, active, disabled }: ShelfProps) {
  const [drawings, setDrawings] = useState<readonly Drawing[]>([]);
  const [trouble, setTrouble] = useState<string>();
  const [chosen, setChosen] = useState<{ readonly name: string; readonly shows: Shown }>();
  const change = async (done: Promise<unknown>): Promise<void> => {
    try {
      await done;
      setDrawings(await listDrawings());
      setTrouble(undefined);
    } catch (error) {
      setTrouble(storageTrouble(error));
    }
  };
  useEffect(() => {
    if (!active) return;
    // Of a storage that is denied, the reader hears when something is to be kept.
    listDrawings().then(setDrawings, () => undefined);
  }, [active]);

  const keep = (): void => {
    if (!ink) return;
    const image = Uint8Array.from(ink, (amount) => Math.round(255 * amount));
    const codes = found && {
      checkpoint: found.request.id,
      digit: bestClass(found.state.best.loss),
      contentCode: foundContent(found),
    };
    void change(keepDrawing({ name: nextName(drawings), image, ...(codes && { codes }) }));
  };
  const other = drawings.find(({ name }) => name === chosen?.name);
  const toggle = (name: string, shows: Shown) => (
    <button
      type="button"
      className="button"
      aria-pressed={name === chosen?.name && shows === chosen.shows}
      onClick={() => setChosen(name === chosen?.name && shows === chosen.shows ? undefined : { name, shows })}
    >
      {shows}
    </button>
  );

  return (
    <section className="draw-shelf" aria-label="Drawings that you keep">
      <div className="side-row">
        <button type="button" className="button" disabled={disabled || !ink} onClick={keep}>
          Keep this drawing
        </button>
        <span className="remark" role="status">
          {trouble ?? (drawings.length === 0 ? 'Kept in this browser, for you alone.' : '')}
        </span>
      </div>
      {drawings.length > 0 && (
        <ul>
          {drawings.map((drawing) => {
            const { name, image } = drawing;
            const shown = Float32Array.from(image, (byte) => byte / 255);
            return (
              <li key={name} aria-label={name}>
                <DigitGrid rows={1} columns={1} cellSize={28} label={name} ink={shown} />
                <span>{name}</span>
                <button
                  type="button"
                  className="button"
                  onClick={() => onTake(drawnName(textOfImage(shown)))}
                >
                  Take
                </button>
                {toggle(name, 'Between')}
                {toggle(name, 'Nearest')}
                <button
                  type="button"
                  className="button"
                  aria-label={`Remove ${name}`}
                  onClick={() => void change(removeDrawing(name))}
                >
                  ×
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {other && (
        <Suspense>
          {chosen?.shows === 'Between' ? (
            <Between drawing={other} found={found} active={active} />
          ) : (
            <Nearest drawing={other} originalsUrl={originalsUrl} active={active} />
          )}
        </Suspense>
      )}
    </section>
  );
}

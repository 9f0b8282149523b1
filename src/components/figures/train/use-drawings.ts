/** The reader's drawings whose digit is known, which a run can learn; none where the browser keeps nothing. */
import { useEffect, useState } from 'react';
import type { OwnImage } from '../../../engine/trainer-protocol.ts';

export function useDrawings(active: boolean): readonly OwnImage[] {
  const [drawings, setDrawings] = useState<readonly OwnImage[]>([]);
  useEffect(() => {
    if (!active) return;
    let left = false;
    const shelf = import('../shelf/drawings.ts');
    const read = async (): Promise<void> => {
      const all = await (await shelf).listDrawings();
      const known = all.flatMap(({ image, codes }) => (codes ? [{ image, digit: codes.digit }] : []));
      if (!left) setDrawings(known);
    };
    const onTrouble = () => undefined; // no shelf, no drawings
    read().catch(onTrouble);
    const leaving = shelf.then(({ subscribeToDrawings }) =>
      subscribeToDrawings(() => void read().catch(onTrouble)),
    );
    return () => {
      left = true;
      void leaving.then((leave) => leave());
    };
  }, [active]);
  return drawings;
}

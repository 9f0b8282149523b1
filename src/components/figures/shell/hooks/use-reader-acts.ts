/** Whether there is a reader who has moved, scrolled or pressed something: then what can wait may load, unless data are to be saved. */
import { useEffect, useState } from 'react';
import { savesData, whenReaderActs } from '../page-moments.ts';

export function useReaderActs(): boolean {
  const [acted, setActed] = useState(false);
  useEffect(() => {
    if (savesData()) return;
    let left = false;
    void whenReaderActs().then(() => {
      if (!left) setActed(true);
    });
    return () => {
      left = true;
    };
  }, []);
  return acted;
}

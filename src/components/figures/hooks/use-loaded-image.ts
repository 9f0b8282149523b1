/** The newest of the asked pictures that has arrived, so that a missing one never leaves a hole. The first is in the HTML. */
import { useEffect, useState } from 'react';

export function useLoadedImage(url: string): string {
  const [shown, setShown] = useState(url);
  useEffect(() => {
    const image = new Image();
    image.onload = () => setShown(url);
    image.src = url;
    return () => {
      image.onload = null;
    };
  }, [url]);
  return shown;
}

/** Whether an element is on screen, or within a finger's scroll of it; false until the page itself has come to rest. */
import { useEffect, useState } from 'react';
import { whenPageRests } from '../page-moments.ts';

export function useInView(element: Element | null): boolean {
  const [inView, setInView] = useState(false);
  useEffect(() => {
    if (!element) return;
    const leave = new AbortController();
    const observer = new IntersectionObserver(
      // All that happened since the last call, in order.
      (entries) => setInView(entries.at(-1)?.isIntersecting ?? false),
      { rootMargin: '100px' },
    );
    void whenPageRests().then(() => {
      if (!leave.signal.aborted) observer.observe(element);
    });
    return () => {
      leave.abort();
      observer.disconnect();
    };
  }, [element]);
  return inView;
}

/**
 * `client:seen`: an island wakes when it comes into view. It wakes as the build made it: a translator may have replaced its texts before, and React
 * would find another page than its own.
 */
import type { ClientDirective } from 'astro';
import { sayWhy } from './waiting.ts';

declare module 'astro' {
  interface AstroClientDirectives {
    'client:seen'?: boolean;
  }
}

/** Of Chrome, and of Edge. */
const leftByTranslators = 'font, [_msttexthash]';

const seen: ClientDirective = (load, _options, island) => {
  const built = island.innerHTML;
  const wake = async (): Promise<void> => {
    sayWhy(island, 'Loading this figure.');
    const hydrate = await load();
    if (island.querySelector(leftByTranslators)) island.innerHTML = built;
    await hydrate();
  };
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    void wake();
  });
  for (const child of island.children) observer.observe(child);
};

export default seen;

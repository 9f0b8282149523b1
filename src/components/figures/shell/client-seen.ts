/**
 * `client:seen`: an island wakes when it comes into view. It wakes as the build made it: a translator may have replaced its texts before, and React
 * would find another page than its own. Where its script does not come, it says so; where that comes late, it wakes all the same.
 */
import type { ClientDirective } from 'astro';
import { sayWhy } from './waiting.ts';

declare module 'astro' {
  interface AstroClientDirectives {
    'client:seen'?: boolean;
  }
}

/** A slow line brings the script sooner. */
const patienceMs = 15_000;

/** Of Chrome, and of Edge. */
const leftByTranslators = 'font, [_msttexthash]';

const seen: ClientDirective = (load, _options, island) => {
  const built = island.innerHTML;
  const wake = async (): Promise<void> => {
    sayWhy(island, 'Loading this figure.', 'at-first');
    const sayMissing = (): void =>
      sayWhy(island, 'The script of this figure has not arrived. Reload the page to try again.', 'at-last');
    const late = setTimeout(sayMissing, patienceMs);
    let isMissing = false as boolean;
    // Astro asks twice, and then tells of it.
    island.addEventListener('astro:hydration-error', () => (isMissing = true));
    const hydrate = await load();
    clearTimeout(late);
    if (isMissing) {
      sayMissing();
      return;
    }
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

/**
 * Stands for Pagefind's search box (the alias is in astro.config.mjs). The shell makes one as soon as a page rests, and fetches for it what most
 * readers never use; here that waits until one turns to the search.
 */
interface BoxOptions {
  /** Where it goes, as a selector. */
  readonly element: string;
}

/** The shell calls it with `new`. */
export function PagefindUI(options: BoxOptions): void {
  const place = document.querySelector<HTMLElement>(options.element);
  const dialog = place?.closest('dialog');
  if (!place || !dialog) return;
  let asked = false;

  async function show(): Promise<void> {
    if (asked || !place) return;
    asked = true;
    place.textContent = 'Loading the search…';
    try {
      const { PagefindUI: SearchBox } = await import('@pagefind/default-ui/npm_dist/mjs/ui-core.mjs');
      place.textContent = '';
      new SearchBox(options);
    } catch {
      asked = false;
      place.textContent = 'The search could not be loaded. Check the connection and open it again.';
    }
    if (dialog?.open) place.querySelector('input')?.focus();
  }

  const button = dialog.parentElement?.querySelector('[data-open-modal]');
  button?.addEventListener('pointerenter', () => void show());
  // Opened by a key, or by a press that came before this.
  new MutationObserver(() => dialog.open && void show()).observe(dialog, { attributeFilter: ['open'] });
  if (dialog.open) void show();
}

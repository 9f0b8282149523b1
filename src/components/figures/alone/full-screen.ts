/**
 * Shows the page's figure alone and as large as the window lets it: on the whole screen where the browser has that, else in the window. How it
 * looks: styles/alone.css; how large it is: fit-to-window.ts.
 */
const root = document.documentElement;
const listeners = new Set<(shown: boolean) => void>();

/** Tells, too, when the reader leaves it by the browser's own key. */
export const onFullScreenChange = (listener: (shown: boolean) => void): void => void listeners.add(listener);

export const isFullScreen = (): boolean => root.dataset['shown'] === 'full';

function setShown(shown: boolean): void {
  if (shown) root.dataset['shown'] = 'full';
  else delete root.dataset['shown'];
  window.scrollTo(0, 0);
  for (const listener of listeners) listener(shown);
}

export async function toggleFullScreen(): Promise<void> {
  if (isFullScreen()) {
    if (document.fullscreenElement) await document.exitFullscreen();
    setShown(false);
    return;
  }
  setShown(true);
  // Phones have none, frames may not be allowed it, and it takes a press: else the window stays.
  if (document.fullscreenEnabled && navigator.userActivation.isActive)
    await root.requestFullscreen().catch(() => undefined);
}

document.addEventListener('fullscreenchange', () => {
  if (!document.fullscreenElement && isFullScreen()) setShown(false);
});
window.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && isFullScreen() && !document.fullscreenElement) setShown(false);
});

/** When a figure does what can wait: what the page shows comes first, and who only glances at it downloads no more than that. */

let acted: Promise<unknown> | undefined;

/** The reader has moved, scrolled or pressed something. */
export async function whenReaderActs(): Promise<void> {
  await (acted ??= next(['pointermove', 'pointerdown', 'keydown', 'scroll']));
  await whenIdle();
}

const next = (events: readonly string[]): Promise<unknown> =>
  Promise.race(
    events.map(
      (name) =>
        new Promise((resolve) => window.addEventListener(name, resolve, { once: true, passive: true })),
    ),
  );

/** Where the browser has it (not in Safari and Firefox). */
interface NetworkInformation {
  readonly saveData?: boolean;
}

/** The reader asks for no more data than needed. */
export const savesData = (): boolean =>
  (navigator as { connection?: NetworkInformation }).connection?.saveData ?? false;

/** The browser has nothing else to do. Safari has no idle callback. */
export const whenIdle = (): Promise<unknown> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 1000 });
    else setTimeout(resolve, 200);
  });

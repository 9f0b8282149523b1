/**
 * How large a figure is shown by itself: as large as all of it fits into the window, because a class sits far away. A figure lays itself out
 * anew at each width, so widths are tried; one that fits at none keeps its size, and the window scrolls.
 */
const zooms = [3, 2.75, 2.5, 2.25, 2, 1.75, 1.5, 1.25, 1, 0.9, 0.8, 0.7, 0.65] as const;
/** Of the room; pictures grow with the width, and text does not. */
const widths = [1, 0.9, 0.8, 0.7, 0.6, 0.5] as const;

export interface Fit {
  readonly zoom: number;
  /** Share of the room's width. */
  readonly width: number;
}

/** @param heightAt in pixels of the window, of the figure laid out so. */
export function fitWithin(height: number, heightAt: (fit: Fit) => number): Fit {
  for (const zoom of zooms) {
    for (const width of widths) {
      if (heightAt({ zoom, width }) <= height) return { zoom, width };
    }
  }
  return { zoom: 1, width: 1 };
}

/** Lays the figure out in `room`, or as the page has it where that is undefined. */
export function fitFigure(
  figure: HTMLElement,
  room: { readonly width: number; readonly height: number } | undefined,
): void {
  const lay = ({ zoom, width }: Fit): void => {
    figure.style.zoom = String(zoom);
    figure.style.width = room ? `${(room.width * width) / zoom}px` : '';
  };
  if (!room) {
    figure.style.zoom = '';
    figure.style.width = '';
    return;
  }
  lay(
    fitWithin(room.height, (fit) => {
      lay(fit);
      return figure.getBoundingClientRect().height;
    }),
  );
}

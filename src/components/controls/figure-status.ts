/** What the line above a figure can say, and its words. */
import { inPercent } from '../layout/bound-text.ts';

export type FigureStatusValue =
  /** A picture from before there was a model in the page. */
  | { readonly kind: 'preview'; readonly text: string }
  | {
      readonly kind: 'loading';
      /** In place of "Loading the model". */
      readonly what?: string;
      readonly loadedBytes: number;
      readonly totalBytes: number;
    }
  | { readonly kind: 'ready'; readonly text: string }
  | {
      readonly kind: 'error';
      /** What is wrong, in a few words. */
      readonly title: string;
      /** What the picture is. */
      readonly meanwhile: string;
      /** What to do. */
      readonly details: string;
    };

export function statusText(status: FigureStatusValue): string {
  switch (status.kind) {
    case 'loading':
      return status.what ?? 'Loading the model';
    case 'preview':
    case 'ready':
      return status.text;
    case 'error':
      return status.title;
  }
}

interface Loaded {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

/** Where there is no room for bytes. */
export const percentText = ({ loadedBytes, totalBytes }: Loaded): string =>
  `, ${inPercent(Math.floor((100 * loadedBytes) / Math.max(totalBytes, 1)))}`;

/** After what is loading; by itself because it changes too often to be read aloud. */
export const bytesText = (loaded: Loaded): string =>
  `: ${kilobytes(loaded.loadedBytes)} of ${kilobytes(loaded.totalBytes)} kB${percentText(loaded)}`;

const kilobytes = (bytes: number): number => Math.round(bytes / 1000);

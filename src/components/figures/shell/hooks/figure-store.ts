/**
 * Where a figure keeps its state, as text: on the site in the page's address, one store for all figures of the page. In the page of
 * somebody else each element has its own (src/library).
 */
import { createContext } from 'react';
import type { HashStore } from '../state/hash-store.ts';
import { pageStore } from '../state/page-store.ts';

export type FigureStore = Pick<HashStore, 'get' | 'set' | 'subscribe'>;

/** A function, because there is no page while the site is built. */
export const FigureStoreContext = createContext<() => FigureStore>(pageStore);

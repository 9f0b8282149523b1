/** The one store of this page's figure states, for islands and for scripts that follow them. */
import { createHashStore, type HashStore } from './hash-store.ts';

let store: HashStore | undefined;

export const pageStore = (): HashStore => (store ??= createHashStore(window));

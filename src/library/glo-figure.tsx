/**
 * `<glo-figure>`: the transfer grid in the page of somebody else, with models from wherever that says. The element draws inside itself,
 * so the page's styles stay out, and its own in.
 */
import { createRoot, type Root } from 'react-dom/client';
import { FigureStoreContext } from '../components/figures/shell/hooks/figure-store.ts';
import { formatState, parseState } from '../components/figures/shell/state/fields.ts';
import { transferFields } from '../components/figures/transfer/state.ts';
import { TransferGridFigure } from '../components/figures/transfer/TransferGridFigure.tsx';
import { reasonOf } from '../engine/errors.ts';
import { takeModelsFrom } from '../engine/models-url.ts';
import { createAttributeStore, type AttributeStore } from './attribute-store.ts';
import { readFacts } from './facts.ts';
import { folderOf, modelsFolderOf } from './folder-url.ts';
import { figureStyles } from './shadow-styles.ts';

/**
 * As text, in HTML or by `setAttribute`. From `preset` on they are the figure's state: set one and the figure follows; when a reader
 * changes something, all are written, and the element tells it by an event `change`, which bubbles.
 */
export interface GloFigureAttributes {
  /** Address of the folder of models, the same for all figures of a page: it holds `index.json` and a folder a checkpoint. Required. */
  readonly models: string;
  /** Address of the folder of original images, `data/originals/` of the built site. Without it, column heads name the images. */
  readonly originals: string;
  /** `dark` for light on dark. */
  readonly 'data-theme': string;
  /** `exercise`, `lord` or `styled`; `lord` without it. */
  readonly preset: string;
  /** The noise std σ of the training run; 0.3 without it. One that the preset lacks becomes the nearest that it has. */
  readonly sigma: string;
  /** The training images of the ten columns by their numbers, with dots between: `1.3.5.7.2.0.13.15.17.4`. */
  readonly picks: string;
  /** The cell that is enlarged: 10 × its row + its column, both from 0. */
  readonly cell: string;
  /** The noise std that the button “Hold to see” compares with. */
  readonly versus: string;
}

type StateAttribute = Exclude<keyof GloFigureAttributes, 'models' | 'originals' | 'data-theme'>;

/** What the figure's state as text calls them (transfer/state.ts). */
const stateKeys: Readonly<Record<StateAttribute, string>> = {
  preset: 'recipe',
  sigma: 'sigma',
  picks: 'picks',
  cell: 'cell',
  versus: 'versus',
};

export class GloFigure extends HTMLElement {
  static readonly observedAttributes = Object.keys(stateKeys);
  #store: AttributeStore | undefined;
  #root: Root | undefined;
  #leave = new AbortController();

  connectedCallback(): void {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [figureStyles()];
    this.#leave = new AbortController();
    this.#root = createRoot(shadow);
    void this.#show(this.#root, this.#leave.signal);
  }

  disconnectedCallback(): void {
    this.#leave.abort();
    this.#root?.unmount();
    this.#store = undefined;
  }

  attributeChangedCallback(): void {
    this.#store?.attributeChanged();
  }

  async #show(root: Root, signal: AbortSignal): Promise<void> {
    try {
      const modelsUrl = modelsFolderOf(this);
      takeModelsFrom(modelsUrl);
      const originalsUrl = folderOf(this, 'originals');
      const facts = await readFacts({ modelsUrl, originalsUrl, preview: 'transfers', signal });
      if (signal.aborted) return;
      const fields = transferFields(facts);
      const store = createAttributeStore({
        element: this,
        keys: stateKeys,
        initial: formatState(fields, parseState(fields, '')),
        onChange: () => this.dispatchEvent(new Event('change', { bubbles: true })),
      });
      this.#store = store;
      root.render(
        <FigureStoreContext value={() => store}>
          <TransferGridFigure facts={facts} />
        </FigureStoreContext>,
      );
    } catch (error) {
      if (!signal.aborted) root.render(<p role="alert">{reasonOf(error)}</p>);
    }
  }
}

customElements.define('glo-figure', GloFigure);

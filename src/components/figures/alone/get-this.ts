/** What is taken along of a page's figure, put together when somebody reaches for it: GetThis.astro has the words. */
import { saveFile } from '../shell/save-file.ts';
import { cellsOf, csvOf } from './csv.ts';
import { pictureOf, type PictureKind } from './picture.ts';
import { shownRuns } from './shown-runs.ts';

function anchor(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}

class GetThis extends HTMLElement {
  private readonly figure = document.querySelector<HTMLElement>('.alone .figure');
  private readonly name = this.dataset['name'] ?? 'figure';

  connectedCallback(): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-picture]')) {
      button.disabled = false;
      button.addEventListener('click', () => void this.savePicture(button.dataset['picture'] as PictureKind));
    }
    this.offerNumbers();
    this.update();
    // Addresses and checkpoints change with the figure; nobody reads them before coming here.
    for (const type of ['pointerenter', 'focusin', 'change'])
      this.addEventListener(type, () => this.update());
  }

  /** With what the figure is set to and its language, and with what is to be hidden of its controls. */
  private address(controls: string): string {
    const url = new URL(window.location.href);
    const { searchParams } = url;
    if (controls === 'all') searchParams.delete('controls');
    else searchParams.set('controls', controls);
    return url.href;
  }

  private update(): void {
    const controls = this.querySelector<HTMLInputElement>('input:checked')?.value ?? 'all';
    for (const code of this.querySelectorAll<HTMLElement>('[data-template]')) {
      const address = this.address(code.dataset['as'] === 'frame' ? controls : 'all');
      code.textContent = (code.dataset['template'] ?? '').replace('{address}', address);
    }
    this.offerCheckpoints();
  }

  private async savePicture(kind: PictureKind): Promise<void> {
    const status = this.querySelector('[role="status"]');
    if (!this.figure || !status) return;
    status.textContent = 'Drawing the picture.';
    try {
      saveFile(`${this.name}.${kind}`, await pictureOf(this.figure, kind, this.address('all')));
      status.textContent = 'Saved.';
    } catch (error) {
      status.textContent = `This browser could not draw the picture (${String(error)}). A screenshot shows the same.`;
    }
  }

  private offerNumbers(): void {
    const tables = [...(this.figure?.querySelectorAll('table') ?? [])];
    const row = this.querySelector<HTMLElement>('[data-numbers]');
    if (!row || tables.length === 0) return;
    row.hidden = false;
    tables.forEach((table, i) => {
      const title = table.closest('.chart')?.querySelector('.chart-title')?.textContent.trim();
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button';
      button.textContent = title ? `CSV: ${title}` : 'CSV';
      button.addEventListener('click', () => {
        const name = tables.length > 1 ? `${this.name}-${i + 1}` : this.name;
        saveFile(`${name}.csv`, new Blob([csvOf(cellsOf(table))], { type: 'text/csv' }));
      });
      row.querySelector('dd')?.append(button);
    });
  }

  private offerCheckpoints(): void {
    const parts = this.figure?.querySelectorAll<HTMLElement>('[data-runs], [data-checkpoint]') ?? [];
    const ids = shownRuns(Array.from(parts, ({ dataset }) => dataset));
    const row = this.querySelector<HTMLElement>('[data-checkpoints]');
    const measured = this.querySelector<HTMLElement>('[data-measured]');
    if (measured) measured.hidden = ids.length > 0 || !this.figure?.querySelector('glo-chart, .spread-cell');
    if (!row) return;
    row.hidden = ids.length === 0;
    const { runs = '', room = '' } = this.dataset;
    row.querySelector('dd')?.replaceChildren(
      ...ids.map((id) => {
        const line = document.createElement('span');
        line.className = 'get-checkpoint';
        const [, preset, sigma] = /^glo-mnist-([a-z]+)-sigma([\d.]+)$/.exec(id) ?? [];
        line.append(
          anchor(`${runs}${id}/`, id),
          anchor(`${runs}${id}/#files`, 'files'),
          ...(preset
            ? [anchor(`${room}#fig-engine-room=recipe:${preset},sigma:${sigma}`, 'ms a picture')]
            : []),
        );
        return line;
      }),
    );
  }
}

customElements.define('get-this', GetThis);

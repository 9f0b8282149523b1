/** Searches and sorts the table of all runs; without it the table stands whole, sorted by name. */
import { hasAllWords, sortedOrder } from './order.ts';

class FindRuns extends HTMLElement {
  private rows: HTMLTableRowElement[] = [];

  connectedCallback(): void {
    this.rows = [...this.querySelectorAll('tbody tr')] as HTMLTableRowElement[];
    this.querySelector('input')?.addEventListener('input', () => this.filter());
    this.querySelectorAll('thead button').forEach((button, column) => {
      button.addEventListener('click', () => this.sort(button.closest('th'), column));
    });
    this.filter(); // a reload keeps what was typed
  }

  private filter(): void {
    const asked = this.querySelector('input')?.value ?? '';
    for (const row of this.rows) row.hidden = !hasAllWords(row.dataset['words'] ?? '', asked);
    const count = this.rows.filter(({ hidden }) => !hidden).length;
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = count === 1 ? '1 setting' : `${String(count)} settings`;
  }

  private sort(heading: HTMLTableCellElement | null, column: number): void {
    if (!heading) return;
    const descending = heading.getAttribute('aria-sort') === 'ascending';
    for (const each of this.querySelectorAll('thead th')) each.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const values = this.rows.map((row) => valueOf(row.cells[column]));
    const body = this.querySelector('tbody');
    body?.append(...sortedOrder(values, descending).map((i) => this.rows[i]));
  }
}

/** The number of a cell, its text where it has none; undefined for a dash. */
function valueOf(cell: HTMLTableCellElement): number | string | undefined {
  const text = cell.dataset['value'] ?? cell.textContent.trim();
  if (text === '–') return undefined;
  return text === '' || Number.isNaN(Number(text)) ? text : Number(text);
}

customElements.define('find-runs', FindRuns);

/**
 * Reads values of a chart by pointer and by arrow keys, moves its mark, and shows the pictures that points lead to. The chart
 * and its table are there without it. It knows the drawings by their data attributes (line-chart.ts, scatter-chart.ts).
 */
import { boundText } from '../layout/bound-text.ts';
import { markCurrent } from './mark-current.ts';

interface Mark {
  readonly svg: SVGSVGElement;
  /** In units of the view box. */
  readonly x: number;
  readonly y: number;
  readonly row: number;
  /** Of the table; undefined for points, which have a row of their own. */
  readonly column?: number;
  readonly link?: SVGAElement | null;
}

const numbers = (text: string | null | undefined): number[] => (text?.match(/-?[\d.]+/g) ?? []).map(Number);

class GloChart extends HTMLElement {
  static readonly observedAttributes = ['marker'];
  private current: Mark | undefined;

  connectedCallback(): void {
    const drawings = this.querySelector<HTMLElement>('.chart-drawings');
    if (!drawings) return;
    const output = this.querySelector('output');
    if (output) output.textContent = output.dataset['hint'] ?? '';
    if (drawings.role === 'img') drawings.tabIndex = 0;
    drawings.addEventListener('pointermove', (event) => this.read(this.nearest(event)));
    drawings.addEventListener('click', (event) => this.pick(event));
    drawings.addEventListener('focusin', (event) => {
      const focused = this.marks().find(({ link }) => link === event.target);
      if (focused?.link) this.stopAt(focused.link);
      this.read(focused ?? this.current);
    });
    for (const svg of drawings.querySelectorAll('svg')) {
      const first = svg.querySelector<SVGAElement>('a');
      if (first) this.stopAt(first);
    }
    drawings.addEventListener('keydown', (event) => {
      const next = event.key === 'Enter' ? undefined : this.step(event.key);
      if (!next) return;
      event.preventDefault();
      this.read(next);
      next.link?.focus();
    });
  }

  attributeChangedCallback(): void {
    const x = this.getAttribute('marker') ?? '';
    for (const marker of this.querySelectorAll<SVGGElement>('.chart-marker')) {
      const place = (JSON.parse(marker.dataset['xs'] ?? '{}') as Partial<Record<string, number>>)[x];
      if (place === undefined) continue;
      marker.style.transform = `translateX(${place}px)`;
      marker.dataset['x'] = x;
    }
  }

  /** Tab stops at one point of a drawing; arrow keys lead to the others. */
  private stopAt(link: SVGAElement): void {
    for (const each of link.ownerSVGElement?.querySelectorAll<SVGAElement>('a') ?? [])
      each.tabIndex = each === link ? 0 : -1;
  }

  /** Every value in the drawings that are shown now. */
  private marks(): Mark[] {
    const shown = [...this.querySelectorAll<SVGSVGElement>('.chart-svg')].filter(
      (svg) => svg.getClientRects().length > 0,
    );
    return shown.flatMap((svg): Mark[] => [
      ...[...svg.querySelectorAll<SVGPathElement>('[data-column]')].flatMap((line) => {
        const places = numbers(line.getAttribute('d'));
        const rows = line.dataset['rows'];
        return Array.from({ length: places.length / 2 }, (_, i) => ({
          svg,
          x: places[2 * i],
          y: places[2 * i + 1],
          row: rows === undefined ? i : numbers(rows)[i],
          column: Number(line.dataset['column']),
        }));
      }),
      ...[...svg.querySelectorAll<SVGElement>('[data-row]')].map((point) => {
        const [x, y] = numbers(point.dataset['at']);
        return { svg, x, y, row: Number(point.dataset['row']), link: point.closest<SVGAElement>('a') };
      }),
    ]);
  }

  private nearest({ clientX, clientY }: MouseEvent): Mark | undefined {
    let best: Mark | undefined;
    let least = Infinity;
    for (const mark of this.marks()) {
      const place = new DOMPoint(mark.x, mark.y).matrixTransform(mark.svg.getScreenCTM() ?? undefined);
      const distance = Math.hypot(place.x - clientX, place.y - clientY);
      if (distance < least) [best, least] = [mark, distance];
    }
    return best;
  }

  /** Left and right along a line, or to the next point across; up and down to the next line, or point. */
  private step(key: string): Mark | undefined {
    const marks = this.marks();
    const at = this.current;
    const forward = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key];
    if (forward === undefined) return undefined;
    const known = marks.find(({ row, column }) => row === at?.row && column === at.column);
    if (!known) return marks[0];
    const along = key === 'ArrowRight' || key === 'ArrowLeft';
    const others =
      known.column === undefined
        ? marks
        : marks.filter(({ row, column }) => (along ? column === known.column : row === known.row));
    // Points go by where they are; lines of several panels one after the other.
    const ordered =
      known.column === undefined
        ? others.sort((a, b) => (along ? a.x - b.x : b.y - a.y))
        : others.sort((a, b) =>
            along ? a.row - b.row : a.svg === b.svg ? b.y - a.y : (b.column ?? 0) - (a.column ?? 0),
          );
    return ordered[ordered.indexOf(known) + forward] ?? known;
  }

  private read(mark: Mark | undefined): void {
    if (!mark) return;
    this.current = mark;
    for (const cursor of this.querySelectorAll('.chart-cursor')) {
      cursor.classList.toggle('shown', cursor.parentNode === mark.svg);
      cursor.setAttribute('cx', String(mark.x));
      cursor.setAttribute('cy', String(mark.y));
    }
    const output = this.querySelector('output');
    const text = boundText(this.words(mark));
    if (output && output.textContent !== text) output.textContent = text;
  }

  /** `σ = 0.3, lord: 0.907 ± 0.003`, from the table. */
  private words({ row, column }: Mark): string {
    const cells = this.querySelector('tbody')?.rows[row]?.cells;
    const names = [...this.querySelectorAll<HTMLElement>('[data-name]')].map(
      ({ dataset }) => dataset['name'] ?? '',
    );
    const [head = '', ...values] = Array.from(cells ?? [], (cell) => cell.textContent.trim());
    if (column !== undefined) {
      return `${this.querySelector('thead th')?.textContent.trim() ?? ''} = ${head}, ${names[column]}: ${values[column]}`;
    }
    return `${head}: ${values.map((value, i) => `${names[i]} ${value}`).join(', ')}`;
  }

  private pick(event: MouseEvent): void {
    const { row, column, link: nearest } = this.nearest(event) ?? {};
    const hit = event.target instanceof Element ? event.target.closest<SVGAElement>('a') : null;
    // Points are small, and where a finger comes down beside one, the nearest is meant.
    const link = hit ?? nearest;
    const x = this.querySelector('tbody')?.rows[row ?? -1]?.cells[0]?.textContent.trim();
    this.dispatchEvent(
      new CustomEvent('chart-pick', { bubbles: true, detail: { row, column, x, id: link?.dataset['id'] } }),
    );
    const picture = this.querySelector<HTMLImageElement>('.chart-picture img');
    if (!link || !picture) return;
    event.preventDefault();
    const label = link.getAttribute('aria-label') ?? '';
    picture.src = link.href.baseVal;
    picture.alt = `Transfers of ${label}`;
    const caption = this.querySelector('.chart-picture figcaption');
    if (caption) caption.textContent = boundText(label);
    markCurrent(this.querySelectorAll('.chart-drawings a'), link.dataset['id']);
  }
}

customElements.define('glo-chart', GloChart);

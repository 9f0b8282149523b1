/**
 * The talk as slides: one fills the window, keys turn them, and the address says which it is (`?slide=5`), so that a reload stays. What keys do
 * to the figure of a slide: alone/lecture-keys.ts.
 */
import { fitFigure } from '../alone/fit-to-window.ts';
import { isFullScreen, onFullScreenChange, toggleFullScreen } from '../alone/full-screen.ts';
import { clockText, placeIn } from './slides.ts';

const root = document.documentElement;
const margin = 32;

class Talk extends HTMLElement {
  private readonly slides = [...this.querySelectorAll<HTMLElement>('.slide')];
  private readonly minutes = this.slides.map(({ dataset }) => Number(dataset['minutes']));
  private readonly asked = new URLSearchParams(window.location.search).get('slide');
  private at = placeIn(this.slides.length, this.asked);
  private readonly clock = document.createElement('p');
  private started: number | undefined;

  connectedCallback(): void {
    this.clock.className = 'talk-clock';
    const begin = this.querySelector<HTMLButtonElement>('[data-begin]');
    if (begin) {
      begin.disabled = false;
      begin.addEventListener('click', () => void toggleFullScreen());
    }
    document.addEventListener('keydown', (event) => this.press(event));
    onFullScreenChange((shown) => {
      if (shown) this.start();
      this.show();
    });
    window.addEventListener('resize', () => this.fit());
    if (this.asked !== null) void toggleFullScreen();
  }

  /** The clock runs from the first slide on. */
  private start(): void {
    if (this.started !== undefined) return;
    this.started = performance.now();
    setInterval(() => this.tell(), 1000);
  }

  private get current(): HTMLElement {
    return this.slides[this.at];
  }

  private press(event: KeyboardEvent): void {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (!isFullScreen() || ctrlKey || metaKey || altKey) return;
    // The arrow keys of a figure are its own.
    const ofFigure = target instanceof Element && target.closest('.island, .chart, dialog') !== null;
    if (key === 'PageDown' || (key === 'ArrowRight' && !ofFigure)) this.turn(1);
    else if (key === 'PageUp' || (key === 'ArrowLeft' && !ofFigure)) this.turn(-1);
    else if (key === 't' && !ofFigure) this.toggleAttribute('data-notes');
    else return;
    event.preventDefault(); // no window that scrolls
    this.fit();
  }

  private turn(by: 1 | -1): void {
    const to = this.at + by;
    if (to < 0 || to >= this.slides.length) return;
    this.at = to;
    // A key that is pressed next is for the new slide.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    this.show();
    window.scrollTo(0, 0);
  }

  /** The slide alone while the talk is on, else all of them. */
  private show(): void {
    const isOn = isFullScreen();
    for (const slide of this.slides) slide.hidden = isOn && slide !== this.current;
    const url = new URL(window.location.href);
    if (isOn) url.searchParams.set('slide', String(this.at + 1));
    else url.searchParams.delete('slide');
    history.replaceState(history.state, '', url);
    if (isOn) this.setFigure();
    this.current.querySelector('.slide-notes')?.append(this.clock);
    this.tell();
    this.fit();
    if (!isOn) this.current.scrollIntoView();
  }

  /** As the slide wants it, unless the address has it already: then it is as it was left. */
  private setFigure(): void {
    const [name, state] = this.current.dataset['state']?.split('=') ?? [];
    if (name && !window.location.hash.includes(`${name}=`)) window.location.replace(`#${name}=${state}`);
  }

  private fit(): void {
    const isOn = isFullScreen();
    for (const slide of this.slides) {
      const figure = slide.querySelector<HTMLElement>('.figure');
      if (!figure) continue;
      if (!isOn) fitFigure(figure, undefined);
      else if (slide === this.current) fitFigure(figure, this.roomFor(figure));
    }
  }

  /** Between the head of the slide and the notes, beside the claims. */
  private roomFor(figure: HTMLElement): { width: number; height: number } {
    fitFigure(figure, undefined);
    const body = figure.parentElement;
    const claims = this.current.querySelector('.slide-claims');
    const notes = this.current.querySelector('.slide-notes');
    const above = (body?.getBoundingClientRect().top ?? 0) + window.scrollY;
    const width = root.clientWidth - 2 * margin;
    const beside = claims && getComputedStyle(body ?? claims).gridTemplateColumns.includes(' ');
    return {
      width: beside ? width - claims.clientWidth - margin : width,
      height: root.clientHeight - above - (notes?.clientHeight ?? 0) - margin,
    };
  }

  /** The time since the talk began, and what was planned up to the end of this slide. */
  private tell(): void {
    const seconds = this.started === undefined ? 0 : (performance.now() - this.started) / 1000;
    this.clock.textContent = clockText(seconds, this.minutes, this.at);
  }
}

customElements.define('glo-talk', Talk);

/** Keys that press the controls of the figure in sight, for whoever stands in front of a class: their list, their switch, and what they do. */
import { toggleFullScreen } from './full-screen.ts';
import { hold, nextPreset, playOrStop, stepNoise } from './press-controls.ts';

const figureInSight = (): Element | undefined =>
  [...document.querySelectorAll('.island')].find((island) => island.checkVisibility());

/** Where a letter is text, or the figure has its own use for it. */
const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.matches(
    'input:not([type="radio"], [type="range"], [type="checkbox"]), select, textarea, [contenteditable]',
  );

class LectureKeys extends HTMLElement {
  private readonly list = this.querySelector('dialog');
  private readonly works = this.querySelector('input');

  connectedCallback(): void {
    const button = this.querySelector('button');
    if (button) {
      button.disabled = false;
      button.addEventListener('click', () => this.list?.showModal());
    }
    document.addEventListener('keydown', (event) => this.press(event));
    document.addEventListener('keyup', ({ key }) => {
      const figure = figureInSight();
      if (figure && key.toLowerCase() === 'h') hold(figure, false);
    });
  }

  private press(event: KeyboardEvent): void {
    const { key, target, ctrlKey, metaKey, altKey, repeat } = event;
    if (ctrlKey || metaKey || altKey || takesLetters(target) || this.list?.open) return;
    if (key === '?') this.list?.showModal();
    if (!this.works?.checked) return;
    const figure = figureInSight();
    if (key === 'f') void toggleFullScreen();
    if (!figure) return;
    if (key === '+' || key === '=') stepNoise(figure, 1);
    if (key === '-' || key === '−') stepNoise(figure, -1);
    if (key === 'n') nextPreset(figure);
    if (key === 'p') playOrStop(figure);
    if (key === 'h' && !repeat) hold(figure, true);
  }
}

customElements.define('lecture-keys', LectureKeys);

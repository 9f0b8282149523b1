/** A guess before a solution: once it is made, the numbers show, the solution opens, and the figure is set to the answer. */
import { pageStore } from '../shell/state/page-store.ts';
import { verdictOn } from './verdict.ts';

class GuessFirst extends HTMLElement {
  private readonly button = this.querySelector('button');

  connectedCallback(): void {
    this.hidden = false;
    this.addEventListener('change', () => this.enable());
    this.button?.addEventListener('click', () => this.compare());
    this.enable(); // a browser may remember a choice over a reload
  }

  private chosen(): HTMLInputElement | null {
    return this.querySelector('input:checked');
  }

  private enable(): void {
    if (this.button) this.button.disabled = !this.chosen();
  }

  private compare(): void {
    const rows = [...this.querySelectorAll('li')];
    const guessed = rows.at(Number(this.chosen()?.value));
    const answer = rows.find(({ dataset }) => 'answer' in dataset);
    const [verdict, found] = [this.querySelector('[role="status"]'), this.querySelector('.guess-found')];
    if (!guessed || !answer || !verdict || !(found instanceof HTMLElement)) return;
    for (const row of rows) row.toggleAttribute('data-guessed', row === guessed);
    verdict.textContent = verdictOn(guessed.dataset, answer.dataset);
    found.hidden = false;
    const solution = this.closest('.exercise')?.querySelector('details');
    if (solution) solution.open = true;
    const { name = '', state } = this.dataset;
    pageStore().press(); // the way back undoes it, as it does a link
    pageStore().set(name, state);
  }
}

customElements.define('guess-first', GuessFirst);

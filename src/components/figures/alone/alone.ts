/** The page of one figure: its button for the full screen, hands off where its address says so, and the figure's size there and in a frame. */
import { fitFigure } from './fit-to-window.ts';
import { onFullScreenChange, toggleFullScreen } from './full-screen.ts';
import './language.ts';

const margin = 24;
const figure = document.querySelector<HTMLElement>('.alone .figure');

function fit(): void {
  if (!figure) return;
  const isShown = document.documentElement.dataset['shown'] !== undefined;
  const { clientWidth, clientHeight } = document.documentElement;
  fitFigure(
    figure,
    isShown ? { width: clientWidth - 2 * margin, height: clientHeight - 2 * margin } : undefined,
  );
}

// Neither by pointer nor by Tab; the keys of a lecture still set it.
if (figure && document.documentElement.dataset['controls'] === 'none') figure.inert = true;

fit();
window.addEventListener('resize', fit);
onFullScreenChange(fit);

const button = document.querySelector<HTMLButtonElement>('.alone-show');
if (button) {
  button.disabled = false;
  button.addEventListener('click', () => void toggleFullScreen());
}

/** Presses a figure's controls as a hand would: whatever a control does, a key of the page does by it. */
type Control = 'noise' | 'preset' | 'hold' | 'play';

const controlOf = (figure: ParentNode, control: Control): HTMLElement | null =>
  figure.querySelector<HTMLElement>(`[data-control="${control}"]`);

/** `by` places on, where there are as many; from the last one round to the first if it `turns`. */
function choose(radios: readonly HTMLInputElement[], by: number, turns: boolean): void {
  const open = radios.filter(({ disabled }) => !disabled);
  const to = open.findIndex(({ checked }) => checked) + by;
  open[turns ? to % open.length : to]?.click();
}

function stepBy(range: HTMLInputElement, by: number): void {
  if (by > 0) range.stepUp(by);
  else range.stepDown(-by);
  range.dispatchEvent(new Event('input', { bubbles: true }));
}

const radiosOf = (control: HTMLElement): HTMLInputElement[] => [
  ...control.querySelectorAll<HTMLInputElement>('input[type="radio"]'),
];

/** The next noise level for 1, the last one for -1. */
export function stepNoise(figure: ParentNode, by: 1 | -1): void {
  const control = controlOf(figure, 'noise');
  if (!control) return;
  const range = control.querySelector<HTMLInputElement>('input[type="range"]:enabled');
  if (range) stepBy(range, by);
  else if (!control.matches(':disabled')) choose(radiosOf(control), by, false);
}

export function nextPreset(figure: ParentNode): void {
  const control = controlOf(figure, 'preset');
  if (control && !control.matches(':disabled')) choose(radiosOf(control), 1, true);
}

export const playOrStop = (figure: ParentNode): void => controlOf(figure, 'play')?.click();

/** The button answers to keys of its own: it gets one. */
export function hold(figure: ParentNode, isDown: boolean): void {
  const event = new KeyboardEvent(isDown ? 'keydown' : 'keyup', {
    key: 'Enter',
    bubbles: true,
    cancelable: true,
  });
  controlOf(figure, 'hold')?.dispatchEvent(event);
}

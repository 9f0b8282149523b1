/** The icons of the installed site, made of public/favicon.svg when it is built. */
import { withBase } from './links.ts';

/** As a system shows it; `maskable`: whose edge it may cut. */
export const icons = [
  { name: '192', size: 192, purpose: 'any' },
  { name: '512', size: 512, purpose: 'any' },
  { name: 'maskable', size: 512, purpose: 'maskable' },
] as const;

export const iconAddress = (name: (typeof icons)[number]['name']): string => withBase(`icons/${name}.png`);

/** Of the page in each theme, and of the installed site, which has but one. */
export const paperColour = { light: '#faf7f0', dark: '#1d2427' } as const;

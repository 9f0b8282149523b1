/** What a system shows of the site once it is installed. */
import type { APIRoute } from 'astro';
import { cover, siteTitle } from '../components/layout/contents.ts';
import { iconAddress, icons, paperColour } from '../components/layout/icons.ts';
import { withBase } from '../components/layout/links.ts';

export const GET: APIRoute = () =>
  Response.json({
    name: siteTitle,
    description: cover.summary,
    lang: 'en',
    start_url: withBase(''),
    scope: withBase(''),
    display: 'minimal-ui',
    background_color: paperColour.light,
    theme_color: paperColour.light,
    icons: icons.map(({ name, size, purpose }) => ({
      src: iconAddress(name),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose,
    })),
  });

/** What astro.config.mjs adds to the ways in which an island can wake. */
import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** When it comes into view, as the build made it: src/components/figures/shell/client-seen.ts. */
    'client:seen'?: boolean;
  }
}

/** The part of Pagefind's search box that search-when-opened.ts uses; the package comes without types. */
declare module '@pagefind/default-ui/npm_dist/mjs/ui-core.mjs' {
  export const PagefindUI: new (options: { readonly element: string }) => unknown;
}

/**
 * The site. SITE_URL and BASE_PATH say where it will live (for example https://name.github.io and /repo); without them
 * it is built for the root of any host, and without a sitemap. SOURCE_URL is the page of the repository (https://…); without it the
 * pages say that the source is with whoever built them, and link data and models alone.
 */
import { unified } from '@astrojs/markdown-remark';
import { fileURLToPath } from 'node:url';
import react from '@astrojs/react';
import starlight from '@astrojs/starlight';
import { defineConfig, envField } from 'astro/config';
import { contentSecurityPolicy } from './src/components/build/content-security-policy.ts';
import { faces } from './src/components/build/faces.ts';
import { leanTfjs } from './src/components/build/lean-tfjs.ts';
import { offline } from './src/components/build/offline.ts';
import { placeFigures } from './src/components/build/place-figures.ts';
import { preloadEngine } from './src/components/build/preload-engine.ts';
import { bookPages, cover, siteTitle } from './src/components/layout/contents.ts';
import { rehypeTerms } from './src/components/mdx/explained-terms.ts';
import { markdownPlugins } from './src/components/mdx/markdown-plugins.ts';

const base = process.env.BASE_PATH || '/';
const { remarkPlugins, rehypePlugins } = markdownPlugins(base);

/** KaTeX lists each font as woff2, woff and ttf; every browser that runs the figures takes the first. */
const katexWoff2Only = {
  name: 'katex-woff2-only',
  enforce: 'pre',
  transform: (css, id) =>
    /katex(?:\.min)?\.css/.test(id)
      ? css.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("[^"]*"\)/g, '')
      : undefined,
};

/**
 * What several figures share comes as one file: as twenty small ones, each waits for the line and for the one that names it. What starts the
 * engine, with all that it imports, is a file of its own, because it comes first. What is about the reader's own checkpoints is for few pages.
 */
const sharedScripts = {
  groups: [
    { name: 'start-engine', test: /figures\/shell\/start-engine\.ts$/, priority: 2 },
    {
      name: 'figures',
      test: /src\/(?:components\/(?:controls|figures\/shell)|engine|networks|numerics)\/(?!own-).*\.tsx?$/,
      minShareCount: 3,
      priority: 1,
    },
  ],
};

const clientSeen = {
  name: 'client-seen',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) =>
      addClientDirective({ name: 'seen', entrypoint: './src/components/figures/shell/client-seen.ts' }),
  },
};

export default defineConfig({
  site: process.env.SITE_URL || undefined,
  base,
  env: {
    schema: {
      SOURCE_URL: envField.string({ context: 'server', access: 'public', url: true, optional: true }),
    },
  },
  prefetch: { prefetchAll: true, defaultStrategy: 'hover' },
  fonts: faces,
  markdown: {
    processor: unified({ remarkPlugins, rehypePlugins: [...rehypePlugins, [rehypeTerms, { base }]] }),
    shikiConfig: { theme: 'css-variables' },
  },
  integrations: [
    starlight({
      title: siteTitle,
      description: cover.summary,
      favicon: '/favicon.svg',
      sidebar: bookPages.map(({ slug, title }) => ({
        label: slug === '' ? 'Home' : title,
        link: slug === '' ? '/' : `/${slug}/`,
      })),
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
      markdown: { processedDirs: ['./src/pages/'] },
      expressiveCode: false,
      disable404Route: true,
      customCss: [
        './src/styles/tokens.css',
        './src/styles/paper.css',
        './src/styles/slate.css',
        './src/styles/shell.css',
        './src/styles/prose.css',
        './src/styles/figures.css',
        './src/styles/beside.css',
        './src/styles/scrolling.css',
        './src/styles/print.css',
      ],
      components: {
        Head: './src/components/layout/Head.astro',
        ThemeProvider: './src/components/layout/ThemeProvider.astro',
        Header: './src/components/layout/Header.astro',
        Sidebar: './src/components/layout/Sidebar.astro',
        TwoColumnContent: './src/components/layout/TwoColumnContent.astro',
        Hero: './src/components/layout/Hero.astro',
        PageTitle: './src/components/layout/PageTitle.astro',
        MarkdownContent: './src/components/layout/MarkdownContent.astro',
        Footer: './src/components/layout/Footer.astro',
      },
    }),
    react(),
    clientSeen,
    placeFigures(base),
    preloadEngine(base),
    contentSecurityPolicy,
    offline,
  ],
  vite: {
    plugins: [katexWoff2Only],
    worker: { format: 'es', plugins: () => [leanTfjs()] },
    resolve: {
      alias: [
        {
          find: /^@pagefind\/default-ui$/,
          replacement: fileURLToPath(
            new URL('./src/components/layout/search-when-opened.ts', import.meta.url),
          ),
        },
      ],
    },
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting: sharedScripts } } } } },
    // Only the workers import these, so `astro dev` would find them late and reload the page of whoever chooses an engine.
    optimizeDeps: {
      include: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-wasm', 'onnxruntime-web/wasm', 'zod'],
    },
    // A font inside a style sheet is sent to everyone, used or not.
    build: { assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined) },
  },
});

/** The definitions of all pages as HTML, formulas set and links under the site's base. For what is made when the site is built. */
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { gatherDefinitions, type GatheredDefinition } from './definitions.ts';
import { markdownPlugins } from './markdown-plugins.ts';

export async function renderDefinitions(
  base: string,
): Promise<readonly (GatheredDefinition & { readonly html: string })[]> {
  const markdown = await createMarkdownProcessor(markdownPlugins(base));
  return Promise.all(
    gatherDefinitions().map(async (definition) => ({
      ...definition,
      html: (await markdown.render(definition.text)).code,
    })),
  );
}

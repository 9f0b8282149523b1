/**
 * Writes its Content-Security-Policy (policy.ts) into every built page, and stops the build where a page goes against it. For astro.config.mjs,
 * as the last that changes pages. Astro's own `security.csp` hashes what Astro bundles, not Starlight's inline scripts, and names every hash
 * on every page.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { breachesOf, foreignAddresses, parsePage, policyOf } from './policy.ts';

/** @throws when the page names no charset. */
function withPolicy(html: string, policy: string, path: string): string {
  const [charset] = /<meta charset="[^"]*"\/?>/.exec(html) ?? [];
  if (!charset) throw new Error(`${path} names no charset, behind which content-security-policy.ts writes.`);
  return html.replace(charset, `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

export const contentSecurityPolicy: AstroIntegration = {
  name: 'content-security-policy',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const out = fileURLToPath(dir);
      const breaches: string[] = [];
      const files = await readdir(out, { recursive: true });
      for (const file of files) {
        const isPage = file.endsWith('.html');
        if (!isPage && !file.endsWith('.css')) continue;
        const path = join(out, file);
        const text = await readFile(path, 'utf8');
        if (isPage) {
          const page = parsePage(text);
          const policy = policyOf(page);
          breaches.push(...breachesOf(page, policy).map((breach) => `${file}: ${breach}.`));
          await writeFile(path, withPolicy(text, policy, file));
        } else {
          breaches.push(
            ...foreignAddresses(text).map(
              (url) => `${file}: another host: a style asks for ${url}; keep the file in this site.`,
            ),
          );
        }
      }
      if (breaches.length > 0) {
        throw new Error(
          `Pages go against their Content-Security-Policy:\n${breaches.map((line) => `  ${line}`).join('\n')}`,
        );
      }
    },
  },
};

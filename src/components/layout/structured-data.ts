/** What search engines and catalogues of learning material read of a page: schema.org's LearningResource, as JSON-LD. */
import { bookPages, chapters, cover, siteTitle, type Chapter } from './contents.ts';
import { readingTimeOf } from './reading-time.ts';

/** The page that Astro makes at a route such as `/` or `/swaps`, if the book has it. */
export const pageOfRoute = (pattern: string): Chapter | undefined =>
  bookPages.find(({ slug }) => pattern === `/${slug}`);

/** `url`: where the page will live, if the build was told. */
export function structuredData(page: Chapter, url?: string): Readonly<Record<string, unknown>> {
  const isChapter = chapters.includes(page);
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: page.title,
    description: page.summary,
    ...(url !== undefined && { url }),
    inLanguage: 'en',
    isAccessibleForFree: true,
    learningResourceType: 'interactive explanation',
    educationalLevel: 'undergraduate',
    about: ['Generative Latent Optimization', 'generative models', 'disentanglement'],
    ...(isChapter && { timeRequired: `PT${readingTimeOf(page).main}M` }),
    ...(page !== cover && { isPartOf: { '@type': 'LearningResource', name: siteTitle } }),
  };
}

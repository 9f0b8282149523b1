/** The page of questions: its answers are those of questions.ts, what it claims is what the runs show, and so is each mark. */
import { describe, expect, it } from 'vitest';
import { handouts, textOfTask } from '../../src/components/mdx/handouts.ts';
import { questionGroups, questions, type Outcome } from '../../src/components/mdx/questions.ts';
import { encoderClaims, encoderParts } from './questions/encoders.ts';
import type { Parts } from './questions/found.ts';
import { ganClaims, ganParts } from './questions/gans.ts';
import { gloClaims, gloParts } from './questions/glo.ts';
import { describeClaims } from './support/claims.ts';
import { figures } from '../../src/components/layout/figures.ts';
import { anchorsOf, attributes, linksOf, pageOf } from './support/pages.ts';

const page = pageOf('questions');
const parts: Parts = { ...gloParts, ...encoderParts, ...ganParts };

/** Marked by an argument, or by what tests of other pages show of pictures. */
const argued: Readonly<Record<string, Outcome>> = {
  'blur-of-l2': 'holds', // "l2-is-greyest"
  'detail-of-l1': 'holds', // "l1-read-least"
  'same-image-twice': 'fails', // "vae-draws-differ"
  'upper-bound': 'holds', // Jensen’s inequality
  'into-the-generator': 'fails',
  'draw-from-normal': 'holds',
  'fifty-per-cent': 'fails',
};

const outcomeOf = (found: readonly boolean[]): Outcome =>
  found.every(Boolean) ? 'holds' : found.some(Boolean) ? 'part' : 'fails';

describe('A question', () => {
  it('has one answer on the page, in order, under the heading of its group', () => {
    expect(attributes(page, 'Answer', 'id')).toEqual(questions.map(({ id }) => id));
    const [, byTask, path, ...sections] = page.source.split(/^## /m);
    expect(byTask).toMatch(/^Task by task\n[^]*<Handouts \/>/);
    expect(path).toMatch(/^The exercise, step by step\n/);
    expect(sections.map((section) => section.split('\n', 1)[0])).toEqual(
      questionGroups.map(({ title }) => title),
    );
    sections.forEach((section, i) => {
      const answered = attributes({ ...page, source: section }, 'Answer', 'id');
      expect(answered).toEqual(questionGroups[i].questions.map(({ id }) => id));
    });
  });

  it.each(questions)('is answered in a few sentences, with a link to where it is shown: $text', ({ id }) => {
    const [, answer = ''] = page.source.split(`<Answer id="${id}">`);
    const [source] = answer.split('</Answer>');
    expect(linksOf({ ...page, source }).some((href) => href.startsWith('/'))).toBe(true);
  });

  it.each(questions.filter(({ outcome }) => outcome))(
    'that is a claim is marked by what was found: $text',
    ({ id, outcome }) => {
      expect(Object.keys({ ...parts, ...argued })).toContain(id);
      expect(outcome).toBe(id in parts ? outcomeOf(parts[id]()) : argued[id]);
    },
  );
});

const tasks = handouts.flatMap((handout) => handout.tasks);

describe('A task or claim of a document', () => {
  it('is answered by a question of the page, and each question answers one, in order', () => {
    const answering = tasks.map(({ question }) => question);
    expect([...new Set(answering)]).toEqual(questions.map(({ id }) => id));
  });

  it.each(tasks.map((task) => ({ ...task, text: textOfTask(task) })))(
    'leads to what shows it: $text',
    ({ question, places }) => {
      expect(places.length).toBeGreaterThan(0);
      for (const place of places) {
        if ('figure' in place) expect(figures.map(({ id }) => id)).toContain(place.figure);
        else {
          const [, slug, anchor] = /^\/([a-z-]+)\/#([a-z0-9-]+)$/.exec(place.section) ?? [];
          expect(anchorsOf(pageOf(slug)), question).toContain(anchor);
        }
      }
    },
  );

  it('says in words of its own what differs from its question, and stands there once', () => {
    const texts = tasks.map(textOfTask);
    expect(new Set(texts).size).toBe(texts.length);
    for (const { text, question } of tasks) {
      expect(text).not.toBe(questions.find(({ id }) => id === question)?.text);
      const alone = tasks.filter((task) => task.question === question).length === 1;
      if (text === undefined) expect(alone, question).toBe(true);
    }
  });
});

describeClaims([page], { ...gloClaims, ...encoderClaims, ...ganClaims });

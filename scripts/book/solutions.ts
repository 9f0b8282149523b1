/** Takes the solutions of the exercises out of their chapters: a reader on paper turns pages to see one, instead of opening a fold. */
import { parseHTML } from 'linkedom';
import { pageNumberOf } from './links.ts';
import { partId, type Part } from './parts.ts';

export const solutionsId = 'solutions';

/** The article with all of them, chapter by chapter, numbered as the exercises are. */
export function takeSolutions(parts: readonly Part[]): Element {
  const { document } = parseHTML(
    `<article class="book-part prose" id="${solutionsId}" style="page: ${solutionsId}"><h1>Solutions</h1></article>`,
  );
  const solutions = document.documentElement;
  for (const { page, article } of parts) {
    const exercises = [...article.querySelectorAll('.exercise')];
    if (exercises.length === 0) continue;
    const list = document.createElement('ol');
    exercises.forEach((exercise, index) => {
      const id = `${solutionsId}--${partId(page)}-${index + 1}`;
      const solution = exercise.querySelector('.solution');
      const item = document.createElement('li');
      item.id = id;
      solution?.querySelector('summary')?.remove();
      item.append(...(solution?.childNodes ?? []));
      list.append(item);
      const lead = `<p class="solution-lead"><a href="#${id}">Solution</a>${pageNumberOf(id)}</p>`;
      solution?.insertAdjacentHTML('afterend', lead);
      solution?.remove();
    });
    solutions.insertAdjacentHTML('beforeend', `<h2>${page.title}</h2>`);
    solutions.append(list);
  }
  return solutions;
}

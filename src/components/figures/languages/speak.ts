/**
 * Lets what is on the page speak another language, and goes on as it changes: React writes a text anew only when it has another one, and then
 * that is translated in its turn. What is not in the language's file stays English, and its element says which language it is in.
 */
import type { Translate } from './words.ts';

const attributes = ['aria-label', 'aria-valuetext', 'title', 'placeholder'] as const;
/** Code is no language of people; a chart is saved as it is drawn, and only what it is called is translated. */
const left = 'code, pre, script, style, svg:not([role="img"]), svg *, table, [translate="no"]';

/** From now on, all that is in `root`. */
export function speak(root: Element, language: string, translate: Translate): void {
  /** What was last written here, which comes back as a change. */
  const written = new WeakMap<Node, Record<string, string>>();

  const say = (node: Node, element: Element, place: string, text: string, write: (text: string) => void) => {
    if (element.closest(left) || written.get(node)?.[place] === text) return;
    const other = translate(text);
    if (other === undefined) {
      if (element.getAttribute('lang') === language) element.removeAttribute('lang');
    } else if (other !== text) {
      written.set(node, { ...written.get(node), [place]: other });
      write(other);
      element.setAttribute('lang', language);
    }
  };

  const ofText = (text: Text): void => {
    if (text.parentElement) say(text, text.parentElement, 'text', text.data, (other) => (text.data = other));
  };
  const ofAttribute = (element: Element, name: string): void => {
    const text = element.getAttribute(name);
    if (text !== null) say(element, element, name, text, (other) => element.setAttribute(name, other));
  };

  const ofTree = (node: Node): void => {
    if (node instanceof Text) ofText(node);
    if (!(node instanceof Element) || node.matches(left)) return;
    for (const name of attributes) ofAttribute(node, name);
    for (const child of node.childNodes) ofTree(child);
  };

  ofTree(root);
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === 'childList') addedNodes.forEach(ofTree);
      else if (target instanceof Text) ofText(target);
      else if (target instanceof Element && attributeName) ofAttribute(target, attributeName);
    }
  }).observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: [...attributes],
  });
}

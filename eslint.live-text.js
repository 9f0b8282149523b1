// A page that the browser translates has its text nodes replaced. React still writes into those that it made, and removes and inserts beside
// them: what changes stays as it was, or React throws. It writes safely where a text is all that an element holds, so this rule asks for that.
import { ESLintUtils } from '@typescript-eslint/utils';
import ts from 'typescript';

const textFlags = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike;
const nothingFlags =
  ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.BooleanLike | ts.TypeFlags.Void;

const isBlank = (child) =>
  (child.type === 'JSXText' && child.value.trim() === '' && child.value.includes('\n')) ||
  (child.type === 'JSXExpressionContainer' && child.expression.type === 'JSXEmptyExpression');
const isFixedText = (child) =>
  child.type === 'JSXText' ||
  (child.type === 'JSXExpressionContainer' && child.expression.type === 'Literal');

/** @type {import('eslint').Rule.RuleModule} */
export const liveText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      changes:
        'A text that changes is all that its element holds: give it an element of its own, or write one string.',
      beside: 'Text beside something that comes and goes needs an element of its own.',
    },
  },
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const typeOf = (expression) => services.getTypeAtLocation(expression);
    const has = (type, flags) =>
      type.isUnion() ? type.types.some((each) => has(each, flags)) : (type.flags & flags) !== 0;
    /** What may be an element as well is one: `url && <img />`, or a caller's children. */
    const isText = (type) => has(type, textFlags) && !has(type, ts.TypeFlags.Object);
    return {
      JSXElement({ openingElement, children }) {
        // Only elements of the page; what a component does with its children is seen in the component.
        if (openingElement.name.type !== 'JSXIdentifier' || !/^[a-z]/.test(openingElement.name.name)) return;
        const held = children.filter((child) => !isBlank(child));
        if (held.length < 2) return;
        const comesAndGoes = held.some(
          (child) =>
            child.type === 'JSXExpressionContainer' &&
            child.expression.type !== 'Literal' &&
            has(typeOf(child.expression), nothingFlags),
        );
        for (const child of held) {
          if (isFixedText(child)) {
            if (comesAndGoes) context.report({ node: child, messageId: 'beside' });
          } else if (child.type === 'JSXExpressionContainer' && isText(typeOf(child.expression))) {
            context.report({ node: child, messageId: 'changes' });
          }
        }
      },
    };
  },
};

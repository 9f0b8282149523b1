/** What source says of itself to programs: the members of an interface with their docstrings, read from its syntax while the site is built. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

export interface ApiMember {
  readonly name: string;
  /** As declared: its name, its type, and what it takes. */
  readonly declaration: string;
  readonly text: string;
}

/**
 * Of an interface or an object type in a file, in their order.
 * @throws Error when there is none of that name, or a member has no docstring.
 */
export function membersOf(path: string, name: string, text = readFileSync(path, 'utf8')): ApiMember[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = file.statements.filter(ts.isInterfaceDeclaration).find((each) => each.name.text === name);
  if (!found) throw new Error(`${path} has no interface ${name}. Name one that it has.`);
  return found.members.map((member) => {
    const memberName =
      member.name && ts.isStringLiteral(member.name) ? member.name.text : member.name?.getText();
    const doc = ts.getJSDocCommentsAndTags(member).find(ts.isJSDoc);
    const said = doc && ts.getTextOfJSDocComment(doc.comment);
    if (memberName === undefined || said === undefined) {
      throw new Error(
        `${path}: ${name}.${memberName ?? '?'} has no docstring, and a page shows it. Write one.`,
      );
    }
    return { name: memberName, declaration: declarationOf(member), text: said.replaceAll(/\s+/g, ' ') };
  });
}

/** On one line, without what only a compiler asks. */
const declarationOf = (member: ts.TypeElement): string =>
  member
    .getText()
    .replaceAll(/\breadonly /g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('( ', '(')
    .replaceAll(/,? \)/g, ')')
    .replace(/;$/, '');

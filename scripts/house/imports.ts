/**
 * What a source text imports, in whatever way: statements, types, `export … from`, `import()`, a URL beside the module (how a worker is
 * named), and in .astro and .mdx the scripts inside them and the layout of a page. Not here: which file a specifier means.
 */
import { extname } from 'node:path';
import ts from 'typescript';

export interface Import {
  readonly specifier: string;
  /** Gone when types are stripped. */
  readonly typeOnly: boolean;
}

/** In the order of the text. `path` says what language the text is in. */
export const importsOf = (text: string, path: string): Import[] => {
  const kind = extname(path);
  if (kind === '.astro') return astroScripts(text).flatMap((script) => importsOfScript(script));
  if (kind === '.mdx') return [...layoutOf(text), ...importsOfScript(mdxScript(text), ts.ScriptKind.TSX)];
  return importsOfScript(text, kind === '.tsx' ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
};

const frontmatter = /^---\r?\n(.*?)^---$/ms;

/** The component script, and whatever runs in the browser. */
const astroScripts = (text: string): string[] => [
  frontmatter.exec(text)?.[1] ?? '',
  ...Array.from(text.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs), ([, script]) => script),
];

const layoutOf = (text: string): Import[] =>
  Array.from(frontmatter.exec(text)?.[1].matchAll(/^layout: *(\S+)$/gm) ?? [], ([, specifier]) => ({
    specifier,
    typeOnly: false,
  }));

/** In MDX a paragraph that begins with `import` or `export` is script, unless it stands in a block of code. */
const mdxScript = (text: string): string =>
  text
    .replaceAll(/^(```+|~~~+).*?^\1/gms, '')
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .filter((paragraph) => /^(?:import|export)\b/.test(paragraph))
    .join('\n');

function importsOfScript(text: string, kind = ts.ScriptKind.TS): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ specifier: specifier.text, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importsTypes(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, exportsTypes(node));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isNewExpression(node) && isBesideModule(node)) add(node.arguments?.[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('script', text, ts.ScriptTarget.Latest, false, kind));
  return found;
}

type Named = ts.NodeArray<ts.ImportSpecifier | ts.ExportSpecifier>;
const allTypes = (names: Named): boolean => names.length > 0 && names.every(({ isTypeOnly }) => isTypeOnly);

const importsTypes = (clause: ts.ImportClause | undefined): boolean => {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return (
    !name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    allTypes(namedBindings.elements)
  );
};

const exportsTypes = ({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean =>
  isTypeOnly ||
  (exportClause !== undefined && ts.isNamedExports(exportClause) && allTypes(exportClause.elements));

/** `new URL('./worker.ts', import.meta.url)` */
const isBesideModule = ({ expression, arguments: given }: ts.NewExpression): boolean =>
  ts.isIdentifier(expression) &&
  expression.text === 'URL' &&
  given?.length === 2 &&
  ts.isPropertyAccessExpression(given[1]) &&
  ts.isMetaProperty(given[1].expression);

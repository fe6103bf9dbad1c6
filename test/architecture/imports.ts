import { dirname, join } from "node:path/posix";
import ts from "typescript";

export interface Import {
  /** The file that imports, and the one imported: paths from the root; a package by its name. */
  readonly from: string;
  readonly to: string;
  readonly line: number;
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

/** Parses a TypeScript file; of an Astro component, the part between the fences and its scripts. */
export function parseSource(path: string, text: string): ts.SourceFile {
  const code = path.endsWith(".astro") ? keepCode(text) : text;
  return ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

/** Everything that a file imports or re-exports, dynamic imports included. */
export function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const { text } = specifier;
    found.push({
      from: source.fileName,
      to: text.startsWith(".") ? join(dirname(source.fileName), text) : text,
      line: lineOf(source, node),
      typeOnly,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The line of a node, counted from 1. */
export function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

/**
 * The first cycle of files that import each other, as the paths along it, the first repeated at the end; null if
 * there is none. Imports of types alone can't be a cycle at run time, and are left out.
 */
export function findCycle(imports: readonly Import[]): string[] | null {
  const next = Map.groupBy(
    imports.filter(({ typeOnly }) => !typeOnly),
    ({ from }) => from,
  );
  const finished = new Set<string>();
  const search = (file: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (finished.has(file)) return null;
    for (const { to } of next.get(file) ?? []) {
      const cycle = search(to, [...trail, file]);
      if (cycle) return cycle;
    }
    finished.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const cycle = search(file, []);
    if (cycle) return cycle;
  }
  return null;
}

/** Blanks out an Astro component's markup, so that what is left is TypeScript on its own lines. */
function keepCode(text: string): string {
  const code = [...text.matchAll(/^---\n([^]*?)^---$|<script\b[^>]*>([^]*?)<\/script>/gm)];
  let kept = "";
  for (const match of code) {
    const body = match[1] ?? match[2];
    const start = match.index + match[0].indexOf(body);
    kept += text.slice(kept.length, start).replace(/[^\n]/g, " ") + body;
  }
  return kept;
}

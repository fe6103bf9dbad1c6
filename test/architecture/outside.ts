import ts from "typescript";
import { importsOf, lineOf } from "./imports.ts";

/** The folders that take values and give values, and know nothing else. */
export const pureFolders = ["diagnostics", "outcomes", "language", "story", "stage", "views", "publish"];

/** Whether a file lies in a pure folder; what moves the stage in a page is not pure. */
export function isPure(path: string, folder: string): boolean {
  return path.startsWith(`src/${folder}/`) && !path.startsWith("src/stage/page/");
}

const outsideNames = new Set([
  ...["document", "window", "navigator", "location", "localStorage", "sessionStorage", "history", "self"],
  ...["process", "globalThis", "global", "require", "console", "performance", "crypto"],
  ...["fetch", "XMLHttpRequest", "WebSocket", "requestAnimationFrame", "queueMicrotask"],
  ...["setTimeout", "setInterval", "setImmediate"],
]);

/** How many arguments a method needs for its locale to be given: it is the last of them. */
const localeArguments = new Map([
  ["localeCompare", 2],
  ["toLocaleString", 1],
  ["toLocaleDateString", 1],
  ["toLocaleTimeString", 1],
  ["toLocaleUpperCase", 1],
  ["toLocaleLowerCase", 1],
]);

/** Whatever in a pure module depends on more than its inputs, or keeps state: one line each, with its place. */
export function findOutside(source: ts.SourceFile): string[] {
  const declared = declaredNames(source);
  const found = importsOf(source)
    .filter(({ to }) => to.startsWith("node:"))
    .map(({ to, line }) => `${source.fileName}:${line} imports ${to}`);
  const visit = (node: ts.Node): void => {
    const fault = judge(node, declared);
    if (fault) found.push(`${source.fileName}:${lineOf(source, node)} ${fault}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function judge(node: ts.Node, declared: ReadonlySet<string>): string | null {
  if (ts.isVariableStatement(node)) return judgeState(node);
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return judgeCall(node);
  if (ts.isPropertyAccessExpression(node) && node.getText() === "Math.random") return "uses Math.random";
  if (ts.isIdentifier(node) && outsideNames.has(node.text) && !declared.has(node.text) && isReference(node)) {
    return `uses ${node.text}`;
  }
  return null;
}

function judgeState({ parent, declarationList }: ts.VariableStatement): string | null {
  return ts.isSourceFile(parent) && !(declarationList.flags & ts.NodeFlags.Const)
    ? "keeps state at module level"
    : null;
}

function judgeCall(node: ts.CallExpression | ts.NewExpression): string | null {
  const called = node.expression.getText();
  const given = node.arguments ?? ts.factory.createNodeArray();
  if (called === "Date.now" || called === "Temporal.Now") return `asks the clock (${called})`;
  if (called === "Date" && given.length === 0) return "asks the clock (Date)";
  if (called.startsWith("Intl.") && !isLocale(given[0])) return `${called} without a locale`;
  const method = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : "";
  const needed = localeArguments.get(method);
  return needed && !isLocale(given[needed - 1]) ? `${method} without a locale` : null;
}

function isLocale(argument: ts.Expression | undefined): boolean {
  return argument !== undefined && argument.getText() !== "undefined";
}

/** Whether an identifier stands for a value, rather than naming a member, a key or a type. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !ts.isTypeNode(parent) && !ts.isTypeElement(parent) && !ts.isClassElement(parent);
}

/** The names that the file itself brings into being, anywhere: a `document` passed in is not the outside's. */
function declaredNames(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isImportSpecifier(node) ||
      ts.isFunctionDeclaration(node);
    if (declares && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

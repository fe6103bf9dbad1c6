import type { Rule, Scope } from "eslint";

/** A node of a script or of a component's markup, as far as this rule looks at it. */
interface SyntaxNode {
  readonly type: string;
  readonly parent: SyntaxNode | null;
  readonly [key: string]: unknown;
}

/** Attributes that a reader sees or hears. All others are for browsers. */
const heard = /^(?:aria-(?:label|description|valuetext|roledescription)|title|alt|placeholder|label)$/i;

/**
 * What the web has names for, and no reader gets to see: where a text is given to one of them, or called so, it is for
 * a machine.
 */
const machine = [
  /^(?:class|style|@?type|rel|href|src|role|name|id)$|(?:class|classes|className|css|cssText|font|family|families)$/i,
  /^(?:querySelector(?:All)?|closest|matches|matchMedia|getPropertyValue|createElementNS|createPolicy)$/,
];

/** Stands for whatever a template puts in. */
const slot = "\ufffc";

/** A word with the signs that can stand around it. */
const word = /^[“"‘(]*\p{L}[\p{L}’'-]*[”"’)]*[.,;:!?…]*$/u;

/**
 * Finds words for readers that stand in the code: they belong to src/language/. Any letter in a component's text is one,
 * and so is any in an attribute that is read. Of the strings and templates of code, those are that have two words in a
 * row, or a word beside something that is put in, or that are one capitalised word: unless a machine reads them, which
 * is told by what they are given to. Messages are for other people: what is thrown, and all of a module that deals with
 * `diagnostics/`.
 */
export const readerWords: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [],
    messages: { words: "Readers see “{{text}}”: words for readers stand in src/language/." },
  },
  create(context) {
    const report = (node: unknown, text: string) =>
      context.report({ node: node as Rule.Node, messageId: "words", data: { text: text.trim() } });
    const scopeOf = (node: SyntaxNode) => context.sourceCode.getScope(node as unknown as Rule.Node);
    const judge = (node: SyntaxNode, text: string) => {
      if (isName(node) || isThrown(node)) return;
      const attribute = attributeOf(node);
      const isRead = attribute !== null && heard.test(attribute.name);
      const isFound = isRead && attribute.value === node ? /\p{L}/u.test(text) : readsAsWords(text);
      if (isFound && (isRead || !isForMachine(node, scopeOf))) report(node, text);
    };
    let speaksToReporters = false;
    const listeners: Record<string, (node: SyntaxNode) => void> = {
      ImportDeclaration({ source }) {
        speaksToReporters ||= /\/diagnostics\//.test(String((source as SyntaxNode)["value"]));
      },
      Literal(node) {
        if (typeof node["value"] === "string" && !speaksToReporters) judge(node, node["value"]);
      },
      TemplateLiteral(node) {
        const quasis = node["quasis"] as readonly { readonly value: { readonly cooked: string } }[];
        if (!speaksToReporters) judge(node, quasis.map(({ value }) => value.cooked).join(slot));
      },
      JSXText(node) {
        const text = String(node["value"]);
        if (/\p{L}/u.test(text)) report(node, text);
      },
    };
    return listeners as Rule.RuleListener;
  },
};

function readsAsWords(text: string): boolean {
  // Braces stand in styles and scripts.
  if (/[{}]/.test(text)) return false;
  const read = [...text.matchAll(/([\w-]+)="([^"]*)"/g)].filter(([, name]) => heard.test(name));
  const plain = text.replaceAll(/[\w-]+="[^"]*"/g, " ").replaceAll(/<[^>]*>/g, "\n");
  return [plain, ...read.map(([, , value]) => value)].some((stretch) => {
    if (/^\p{Lu}\p{Ll}+$/u.test(stretch)) return true;
    const tokens = stretch.split(/\s+/);
    const isWord = tokens.map((token) => word.test(token));
    const isOpen = tokens.map((token, i) => isWord[i] || token.includes(slot));
    return tokens.some((_, i) => i > 0 && ((isWord[i] && isOpen[i - 1]) || (isOpen[i] && isWord[i - 1])));
  });
}

/** Whether a string names something: a module, a member, a type, one of several values. */
function isName(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent === null) return false;
  if (/^(?:Import|Export|TS)/.test(parent.type)) return !/^TS(?:As|Satisfies|NonNull)/.test(parent.type);
  if (parent.type === "Property") return parent["key"] === node;
  if (parent.type === "BinaryExpression") return /^(?:[=!]==?|in)$/.test(String(parent["operator"]));
  return parent.type === "MemberExpression" || parent.type === "SwitchCase";
}

/** Whether it is part of an error's message. */
function isThrown(node: SyntaxNode): boolean {
  for (let { parent } = node; parent !== null; parent = parent.parent) {
    if (parent.type === "NewExpression") return /Error$/.test(nameOf(parent["callee"]));
    if (/Function|Statement|Declaration/.test(parent.type)) return false;
  }
  return false;
}

/** The attribute of a component's markup that a string is in, if it is in one. */
function attributeOf(node: SyntaxNode): { readonly name: string; readonly value: unknown } | null {
  for (let { parent } = node; parent !== null && !/Function/.test(parent.type); parent = parent.parent) {
    if (parent.type === "JSXAttribute") return { name: nameOf(parent["name"]), value: parent["value"] };
  }
  return null;
}

/** Whether what takes a string is a machine: what it is called, given to, or, for a constant, given to wherever it is used. */
function isForMachine(node: SyntaxNode, scopeOf: (node: SyntaxNode) => Scope.Scope): boolean {
  const taker = takerOf(node);
  if (taker === null) return false;
  if (machine.some((names) => names.test(taker.name))) return true;
  if (taker.node.type !== "VariableDeclarator") return false;
  const variable = scopeOf(taker.node).set.get(taker.name);
  const uses = variable?.references.filter((reference) => !reference.init) ?? [];
  return (
    uses.length > 0 &&
    uses.every(({ identifier }) => isForMachine(identifier as unknown as SyntaxNode, scopeOf))
  );
}

/** What a string is given to, with its name: a property, a variable, a member, an attribute, a function. */
function takerOf(node: SyntaxNode): { readonly node: SyntaxNode; readonly name: string } | null {
  for (let [at, child] = [node.parent, node]; at !== null; [at, child] = [at.parent, at]) {
    const named = (name: unknown) => ({ node: at, name: nameOf(name) });
    switch (at.type) {
      case "JSXAttribute":
        return named(at["name"]);
      case "Property":
        // Of a list of families each has a name of its own.
        return machine.some((names) => names.test(nameOf(at["key"]))) ? named(at["key"]) : takerOf(at);
      case "VariableDeclarator":
        return named(at["id"]);
      case "AssignmentExpression":
        return named(at["left"]);
      case "CallExpression":
        return child === at["callee"] ? null : named(at["callee"]);
      case "ConditionalExpression":
      case "LogicalExpression":
      case "BinaryExpression":
      case "ArrayExpression":
      case "ObjectExpression":
      case "JSXExpressionContainer":
      case "TSAsExpression":
      case "TSSatisfiesExpression":
        break;
      default:
        return null;
    }
  }
  return null;
}

/** The last name of an expression: `matches` of `target.matches`. */
function nameOf(node: unknown): string {
  const { name, value, property, key } = (node ?? {}) as Record<string, unknown>;
  if (typeof name === "string") return name;
  if (typeof value === "string") return value;
  return property || key ? nameOf(property ?? key) : "";
}

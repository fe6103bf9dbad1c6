import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Environment } from "../engines/types.ts";
import { ensure } from "../programs.ts";
import type { Accessible, Content } from "./accessible.ts";
import { desktopPrograms } from "./desktop.ts";

/** What read-tree.js prints of each part of a page. */
interface AtspiNode {
  readonly role: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly states: readonly string[];
  readonly text: string;
  readonly children: readonly AtspiNode[];
}

/** AT-SPI's roles in ARIA's terms, where a part has none of ARIA's for itself. */
const roles: Readonly<Record<string, string>> = {
  "combo box": "combobox",
  "column header": "columnheader",
  "description list": "list",
  "description term": "term",
  "description value": "definition",
  "document web": "document",
  image: "img",
  "list box": "listbox",
  "list item": "listitem",
  "menu item": "option",
  panel: "group",
  "push button": "button",
  "radio button": "radio",
  "row header": "rowheader",
  "status bar": "status",
  "table cell": "cell",
  "table row": "row",
  header: "generic",
  label: "generic",
  menu: "generic",
  sectionheader: "generic",
  sectionfooter: "generic",
  text: "generic",
  section: "generic",
  static: "generic",
  time: "generic",
};

/** What the browsers on a desktop tell assistive technology of the page that has a title. */
export async function readAtspiTree(environment: Environment, title: string): Promise<Accessible> {
  const script = fileURLToPath(new URL("read-tree.js", import.meta.url));
  const { stdout } = await promisify(execFile)(ensure(desktopPrograms.asker), ["-m", script, title], {
    env: { ...process.env, ...environment },
    maxBuffer: 2 ** 26,
  });
  const documents = JSON.parse(stdout) as AtspiNode[];
  if (documents.length !== 1) throw new Error(`${documents.length} pages have the title ${title}`);
  return translate(documents[0]);
}

function translate(node: AtspiNode): Accessible {
  const { role, name, attributes, states } = node;
  return {
    role: roleOf(node),
    name,
    states: [
      ...(attributes["level"] && role === "heading" ? [attributes["level"]] : []),
      ...(states.includes("EXPANDABLE") ? [states.includes("EXPANDED") ? "expanded" : "collapsed"] : []),
      ...(states.includes("CHECKED") ? ["checked"] : []),
      ...(states.includes("SELECTED") ? ["selected"] : []),
      ...(attributes["valuetext"] ? [`(${attributes["valuetext"]})`] : []),
      ...(attributes["current"] === "true" ? ["current"] : []),
    ],
    content: contentOf(node),
  };
}

/** Firefox tells ARIA's role where the page has one, WebKit always; a description in a list is no part of AT-SPI. */
function roleOf({ role, attributes }: AtspiNode): string {
  if (attributes["tag"] === "dd") return "definition";
  const own = attributes["computed-role"] ?? attributes["xml-roles"]?.split(" ")[0] ?? role;
  return roles[own] ?? own;
}

/** A part's text with its children where they stand. */
function contentOf(node: AtspiNode): Content[] {
  const pieces = node.text.split("\uFFFC");
  const embedded = [standingIn(node, node.text), node.children].find(
    ({ length }) => length === pieces.length - 1,
  );
  if (!embedded) return node.children.map(translate);
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [translate(embedded[index - 1]), piece]));
}

/** What stands in a text. WebKit has the words of what has no meaning of its own in the text, and besides. */
function standingIn({ children }: AtspiNode, text: string): AtspiNode[] {
  return children.flatMap((child) =>
    roleOf(child) === "generic" && child.text !== "" && text.includes(child.text.trim())
      ? standingIn(child, text)
      : [child],
  );
}

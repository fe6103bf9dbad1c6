import type { CDPSession } from "playwright-core";
import type { Accessible, Content } from "./accessible.ts";

type Tree = Awaited<ReturnType<typeof ask>>["nodes"];

/** Chromium's own roles in ARIA's terms. */
const roles: Readonly<Record<string, string>> = {
  DescriptionList: "list",
  Details: "group",
  DisclosureTriangle: "button",
  Figcaption: "caption",
  LabelText: "generic",
  Legend: "generic",
  MenuListPopup: "generic",
  RootWebArea: "document",
  Section: "generic",
  image: "img",
  sectionheader: "generic",
  sectionfooter: "generic",
  strong: "generic",
  time: "generic",
  code: "generic",
};

const texts = new Set(["StaticText", "ListMarker"]);

function ask(session: CDPSession) {
  return session.send("Accessibility.getFullAXTree");
}

/** What Chromium tells assistive technology of a page. */
export async function readAxTree(session: CDPSession): Promise<Accessible> {
  const { nodes } = await ask(session);
  return translate(nodes[0], new Map(nodes.map((node) => [node.nodeId, node])));
}

function translate(node: Tree[number], nodes: ReadonlyMap<string, Tree[number]>): Accessible {
  const role = node.ignored ? "none" : String(node.role?.value);
  const has = (name: string) =>
    node.properties?.find((property) => property.name === name)?.value.value as unknown;
  return {
    role: roles[role] ?? role,
    name: node.ignored ? "" : String(node.name?.value ?? ""),
    states: [
      ...(role === "heading" ? [String(has("level"))] : []),
      ...(has("expanded") === undefined ? [] : [has("expanded") ? "expanded" : "collapsed"]),
      ...(has("checked") === "true" ? ["checked"] : []),
      ...(has("selected") === true ? ["selected"] : []),
      // Its protocol has the number alone, not the words that Chromium tells of it.
      ...(role === "slider" ? [`(${String(node.value?.value)})`] : []),
    ],
    content: (node.childIds ?? []).flatMap((id): Content[] => {
      const child = nodes.get(id);
      if (!child) return [];
      return texts.has(String(child.role?.value)) && !child.ignored
        ? [String(child.name?.value)]
        : [translate(child, nodes)];
    }),
  };
}

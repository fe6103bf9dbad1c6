import { attributeOf, type Element, elementsOf } from "./output/html.ts";

/**
 * The same markup with its links fit for a frame. Those that lead out of it open a window of their own, since no
 * other page of the site can be shown in a frame; a fragment that the markup doesn't have is looked for in `page`.
 */
export function openOutside(markup: string, page: string): string {
  const elements = elementsOf(markup);
  const fragments = new Set(elements.map((element) => `#${attributeOf(element, "id")}`));
  const leadsOut = (element: Element) =>
    element.tagName === "a" && !fragments.has(attributeOf(element, "href") ?? "");
  let rest = 0;
  const pieces = elements.filter(leadsOut).map((element) => {
    const { startOffset, endOffset } = element.sourceCodeLocation!.attrs!["href"];
    const before = markup.slice(rest, startOffset);
    const href = markup.slice(startOffset, endOffset).replace('"#', `"${page}#`);
    rest = endOffset;
    return `${before}${href} target="_blank"`;
  });
  return pieces.join("") + markup.slice(rest);
}

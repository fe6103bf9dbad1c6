import { inlineSource } from "../inline-source.ts";
import { attributeOf, type Element, elementsOf, isInlineScript, rawTextOf } from "./html.ts";
import type { Fault, Output } from "./types.ts";

/** Whatever in a page its policy would refuse, and every page without one. */
export function checkPolicy({ files }: Output): Fault[] {
  return [...files]
    .filter(([file]) => file.endsWith(".html"))
    .flatMap(([file, bytes]) => {
      const elements = elementsOf(new TextDecoder().decode(bytes));
      return [
        ...judgePolicy(elements),
        ...elements.flatMap((element) => judgeElement(element, policiesOf(elements).join(" "))),
      ].map((message) => ({ file, message }));
    });
}

function policiesOf(elements: readonly Element[]): string[] {
  return elements
    .filter((element) => attributeOf(element, "http-equiv")?.toLowerCase() === "content-security-policy")
    .map((element) => attributeOf(element, "content") ?? "");
}

function judgePolicy(elements: readonly Element[]): string[] {
  const [policy, ...others] = policiesOf(elements);
  if (policy === undefined) return ["the page has no policy in its <meta>"];
  return [
    ...(others.length > 0 ? ["the page has several policies"] : []),
    ...(policy.startsWith("default-src 'none'")
      ? []
      : ["the page's policy does not begin with default-src 'none'"]),
    ...(policy.includes("'unsafe-") ? ["the page's policy allows what is unsafe"] : []),
  ];
}

function judgeElement(element: Element, policy: string): string[] {
  const inline = element.tagName === "style" || isInlineScript(element);
  const handlers = element.attrs
    .map(({ name }) => name)
    .filter((name) => name === "style" || name.startsWith("on"));
  return [
    ...(inline && !policy.includes(inlineSource(rawTextOf(element)))
      ? [`an inline <${element.tagName}>, which the policy refuses`]
      : []),
    ...handlers.map((name) => `a ${name} attribute on <${element.tagName}>, which the policy refuses`),
  ];
}

/** The directives that stand inside a sentence: `:n[charged]`. */
export const inlineNames = ["n", "pct", "ratio", "claim", "cite", "term"] as const;

/** The directives that are a line of their own: `::helpline`. */
export const leafNames = ["bounds", "chart", "helpline", "method"] as const;

/** The directives that hold Markdown: `:::scene` … `:::`. */
export const containerNames = ["scene", "aside"] as const;

export type InlineName = (typeof inlineNames)[number];
export type LeafName = (typeof leafNames)[number];
export type ContainerName = (typeof containerNames)[number];

export function isInlineName(name: string): name is InlineName {
  return (inlineNames as readonly string[]).includes(name);
}

export function isLeafName(name: string): name is LeafName {
  return (leafNames as readonly string[]).includes(name);
}

export function isContainerName(name: string): name is ContainerName {
  return (containerNames as readonly string[]).includes(name);
}

/** How the directive of that name is written; null for a name that is none. */
export function formOf(name: string): string | null {
  if (isInlineName(name)) return `:${name}[…]`;
  if (isLeafName(name)) return `::${name}`;
  if (isContainerName(name)) return `:::${name}`;
  return null;
}

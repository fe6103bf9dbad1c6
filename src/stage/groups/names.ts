import type { StageFigure } from "../types.ts";

/** A name of more letters than this stands without the name of its parent. */
const longName = 40;

/** The name of a group in `top`, a child of the whole; one two levels below that or deeper has its parent's name first. */
export function groupName(top: StageFigure, group: StageFigure): string {
  const parent = parentOf(group, top) ?? top;
  return parent === top ? group.label : `${parent.label}: ${group.label}`;
}

/** The name of a group where there is little room. */
export function shortName(top: StageFigure, group: StageFigure): string {
  const name = groupName(top, group);
  return name.length > longName ? group.label : name;
}

function parentOf(figure: StageFigure, within: StageFigure): StageFigure | undefined {
  if (within.children.includes(figure)) return within;
  return within.children.map((child) => parentOf(figure, child)).find((parent) => parent !== undefined);
}

/** Ways to write a character otherwise than as itself; sticky, so that they can be tried at one place. */
export const markdownEscape = /\\(?=[!-/:-@[-`{-~])[\s\S]|&(?:#x?[0-9a-f]{1,6}|[a-z][a-z0-9]*);/iy;
export const doubleQuotedEscape = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\r\n])/y;
export const singleQuotedEscape = /''/y;

/**
 * Where each character of a decoded text stands in the text that it was decoded from.
 *
 * Both are walked side by side. White space that the decoding folded, and line prefixes that it dropped, are
 * passed over. What fits neither side is given the place reached so far, so that a message can be
 * a little off but never out of the text.
 *
 * @returns `decoded.length + 1` offsets into `source`, never falling; the last is that of the end.
 */
export function alignOffsets(
  decoded: string,
  source: string,
  from: number,
  escape: RegExp | null,
): readonly number[] {
  const offsets: number[] = [];
  const sticky = escape && new RegExp(escape);
  let at = from;
  for (const character of decoded.split("")) {
    const length = sticky === null ? 0 : escapeLength(source, at, sticky);
    if (length === 0 && source[at] !== character) at = skipFold(source, at, character);
    offsets.push(at);
    if (length > 0) at += length;
    else if (source[at] === character) at += 1;
  }
  offsets.push(at);
  return offsets;
}

function escapeLength(source: string, at: number, sticky: RegExp): number {
  sticky.lastIndex = at;
  return sticky.exec(source)?.[0].length ?? 0;
}

/** The next place that holds the character, or the end of the fold, if the source is folded here. */
function skipFold(source: string, at: number, character: string): number {
  let next = at;
  while (next < source.length && source[next] !== character && /[\s>\\]/.test(source[next])) next += 1;
  return next;
}

/**
 * The HTML of a story for a page at another depth. In a `Story` the addresses within the site are relative to
 * `/<slug>/`, and start with `../`; `base` takes the place of that: "" or "./" for the page at `/`, "../../" for one
 * below the story's.
 */
export function rebase(html: string, base: string): string {
  return html.replace(/<[a-z][a-z0-9]*(?: [a-z-]+(?:="[^"]*")?)*>/g, (tag) =>
    tag.replace(/ (href|src)="\.\.\//g, (_, name: string) => ` ${name}="${base}`),
  );
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** An XML element with its attributes and its content: text, which is escaped, or elements. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: string | readonly string[] = [],
): string {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`)];
  const inner = typeof content === "string" ? escapeXml(content) : content.join("\n");
  if (inner === "") return `<${start.join(" ")}/>`;
  const isBlock = typeof content !== "string";
  return isBlock ? `<${start.join(" ")}>\n${inner}\n</${name}>` : `<${start.join(" ")}>${inner}</${name}>`;
}

/** A whole XML file with that root element. */
export function xmlFile(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** Control characters, which no XML can hold, are refused where the site's files are read. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}

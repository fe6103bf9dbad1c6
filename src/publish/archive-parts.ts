const mediaTypes: Readonly<Record<string, string>> = {
  avif: "image/avif",
  gif: "image/gif",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  js: "text/javascript",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
  woff2: "font/woff2",
};

/** A picture, a font, a script or its data as an address that holds it. Throws a RangeError for a file of another kind. */
export function dataUrl(path: string, bytes: Uint8Array): string {
  const type = mediaTypes[path.slice(path.lastIndexOf(".") + 1).toLowerCase()];
  if (type === undefined)
    throw new RangeError(`${path} is no picture, font or script that can be put into a page`);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `data:${type};base64,${btoa(binary)}`;
}

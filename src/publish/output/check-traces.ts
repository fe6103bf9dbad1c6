import type { Fault, Output } from "./types.ts";

const textFile = /(^_headers|\.(html|css|js|json|csv|xml|txt|svg))$/;

/** Files of drafts, source code of the build, and mentions of the machine's own folders. */
export function checkTraces({ files, drafts, machinePaths }: Output): Fault[] {
  return [...files].flatMap(([file, bytes]) => {
    const draft = drafts.find((slug) => file.startsWith(`${slug}/`));
    const text = textFile.test(file) ? new TextDecoder().decode(bytes) : "";
    return [
      ...(draft === undefined ? [] : [{ file, message: `it belongs to the draft "${draft}"` }]),
      ...(/(^|\/)\.|\.(mjs|ts|astro|map)$/.test(file) ? [{ file, message: "it is no file of a site" }] : []),
      ...machinePaths
        .filter((path) => mentions(text, path))
        .map((path) => ({ file, message: `it mentions ${path}, a folder of this machine` })),
    ];
  });
}

/** Whether a path stands in a text by itself: `/app/` does not in `https://site.example/app/`. */
function mentions(text: string, path: string): boolean {
  const place = text.indexOf(path);
  if (place < 0) return false;
  return !/[\w.-]/.test(text.charAt(place - 1)) || mentions(text.slice(place + path.length), path);
}

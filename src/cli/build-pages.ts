import { build } from "astro";
import type { LoadedSite } from "../load/site.ts";
import { siteModule } from "../load/site-module.ts";
import { subsetFonts } from "../styles/subset-fonts.ts";
import { setMode } from "./mode.ts";

/**
 * Builds Astro's part of the site into a folder; says what went wrong, if something did.
 * Returns whether it succeeded.
 */
export async function buildPages(root: string, outDir: string, site: LoadedSite): Promise<boolean> {
  setMode("production");
  try {
    await build({ root, outDir, logLevel: "warn", integrations: [subsetFonts(site), siteModule(site)] });
    return true;
  } catch (error) {
    console.error(describe(error as BuildError));
    return false;
  }
}

/** What Astro's errors carry beyond other errors. */
interface BuildError extends Error {
  hint?: string;
  loc?: { file?: string; line?: number; column?: number };
  frame?: string;
}

function describe({ name, message, hint, loc, frame, stack }: BuildError): string {
  return [
    `[${name}] ${message}`,
    hint && `hint: ${hint}`,
    loc?.file ? `at ${loc.file}:${loc.line ?? 1}:${loc.column ?? 1}` : stack,
    frame,
  ]
    .filter(Boolean)
    .join("\n");
}

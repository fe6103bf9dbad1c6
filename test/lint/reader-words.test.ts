import { ESLint, Linter } from "eslint";
import typescript from "typescript-eslint";
import { describe, expect, it } from "vitest";
import { readerWords } from "./reader-words.ts";

/** The columns of what is found in a line of a component's markup, by the project's own settings. */
const project = new ESLint();
async function findInComponent(markup: string): Promise<number[]> {
  const [{ messages }] = await project.lintText(`${markup}\n`, { filePath: "src/components/New.astro" });
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages.filter(({ ruleId }) => ruleId === "site/reader-words").map(({ column }) => column);
}

/** Whether something is found in a script. */
function isFound(code: string): boolean {
  const messages = new Linter().verify(code, {
    languageOptions: { parser: typescript.parser },
    plugins: { site: { rules: { "reader-words": readerWords } } },
    rules: { "site/reader-words": "error" },
  });
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages.length > 0;
}

describe("words for readers in a component", { timeout: 60_000 }, () => {
  it.each([
    ["<p>Some words</p>", 4],
    ["<p>Help</p>", 4],
    ["<p>{count} of {total}</p>", 11],
    ['<nav aria-label="Steps" />', 17],
    ["<nav aria-label={isFirst ? undefined : `${count} steps`} />", 40],
    ['<Page title="Page not found" />', 13],
    ['<Page description="What this is" />', 19],
    ['<p>{isFirst && "Some words"}</p>', 16],
  ])("are found: %s", async (markup, column) => {
    expect(await findInComponent(markup)).toEqual([column]);
  });

  it.each([
    ["<p>{words.title}: 1 – 2</p>"],
    ['<p class="column note" id="_main" style="color: red">{words.title}</p>'],
    ['<meta name="viewport" content="width=device-width" />'],
    ['<a rel="nofollow noreferrer" href="/a b/">{words.title}</a>'],
    ["<i class={isFirst ? `column h${hue}` : undefined} />"],
    ["<script>document.body.textContent;</script>"],
  ])("are no words for machines: %s", async (markup) => {
    expect(await findInComponent(markup)).toEqual([]);
  });
});

describe("words for readers in a script", () => {
  it.each([
    ['element.textContent = "No longer leaving.";'],
    ["const title = `${count} of ${total}`;"],
    ["const note = `Receipt: ${text}`;"],
    ['const heads = ["Group", total];'],
    ['const heads = isShort ? "Of" : words.of;'],
    ['show("Some words");'],
    ['const words = "main of p"; document.querySelector(words); show(words);'],
    ['const svg = `<text x="1">Some words</text>`;'],
    ['const svg = `<svg aria-label="Picture">`;'],
    ['throw problem("Some words");'],
  ])("are found: %s", (code) => {
    expect(isFound(code)).toBe(true);
  });

  it.each([
    ['element.className = "panel screen";'],
    ['document.querySelector("main p, main li");'],
    ['const words = "main p, main li"; document.querySelectorAll(words);'],
    ['matchMedia("(prefers-reduced-motion: reduce)");'],
    ['if (event.key === "Escape") close();'],
    ['const step = { ArrowDown: 1, "Page Down": 9 }[key];'],
    ['const type: "Some words" | null = null;'],
    ['import a from "./some words.ts";'],
    ["throw new RangeError(`There is no ${path} to read`);"],
    ['const article = { "@type": "NewsArticle", author: { "@type": "Person", name } };'],
    ['const svg = `<path class="h1 lit" d="M0 0 ${path}"/>`;'],
    ["const d = `M${x} ${y}a1 1 0 1 1 0 .01z`;"],
    ["const css = `.headline .h${hue} { color: red }`;"],
    ['const policy = "public, max-age=0, must-revalidate";'],
    ['import { quote } from "../diagnostics/quote.ts"; const hint = "did you mean it?";'],
  ])("are none: %s", (code) => {
    expect(isFound(code)).toBe(false);
  });
});

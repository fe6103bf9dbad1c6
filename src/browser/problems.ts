/* The problems of the content, over the page that is being written. Only the preview loads this. */
import type { FramedProblem } from "../diagnostics/framed.ts";

const style = `
  :host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; color-scheme: light dark; }
  section { max-height: 50vh; overflow: auto; box-sizing: border-box; padding: 12px 20px 16px;
    background: light-dark(#fffdf7, #1d1b18); color: light-dark(#1d1b18, #f4efe6);
    border-top: 3px solid light-dark(#b3261e, #ff8a7a); font: 15px/1.45 system-ui, sans-serif; }
  section.warnings { border-color: light-dark(#8a6100, #e0b354); max-height: 25vh; }
  h2 { margin: 0 0 4px; font-size: 15px; }
  article { margin-top: 12px; }
  p { margin: 0 0 2px; max-width: 75ch; }
  a, code { font: 13px/1.45 ui-monospace, monospace; color: inherit; }
  pre { margin: 6px 0 0; padding: 8px 10px; overflow-x: auto; font: 13px/1.45 ui-monospace, monospace;
    background: light-dark(#f2ede2, #2a2723); }
`;

/** Shows the problems in place of those shown before; none: takes the panel away. */
function show(problems: readonly FramedProblem[]): void {
  document.querySelector("story-problems")?.remove();
  if (problems.length === 0) return;
  const host = document.createElement("story-problems");
  const shadow = host.attachShadow({ mode: "open" });
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const panel = element("section", [
    element("h2", [title(errors, problems.length - errors)]),
    ...problems.map(describe),
  ]);
  panel.setAttribute("role", errors > 0 ? "alert" : "status");
  if (errors === 0) panel.className = "warnings";
  shadow.append(element("style", [style]), panel);
  document.body.append(host);
}

function title(errors: number, warnings: number): string {
  const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  const counts = [errors && plural(errors, "error"), warnings && plural(warnings, "warning")];
  const found = counts.filter(Boolean).join(", ");
  return errors > 0 ? `${found}. What has errors is shown as it was before.` : found;
}

function describe({ severity, rule, message, hint, place, frame }: FramedProblem): HTMLElement {
  const link = element("a", [place]);
  link.href = "#";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    void fetch(`/__open-in-editor?file=${encodeURIComponent(place)}`);
  });
  return element("article", [
    element("p", [element("strong", [severity]), " ", message, " ", element("code", [rule])]),
    ...(hint === null ? [] : [element("p", [`hint: ${hint}`])]),
    element("p", [link]),
    ...(frame === "" ? [] : [element("pre", [frame])]),
  ]);
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, children: readonly (Node | string)[]) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

// Spelled out: Vite looks for these very words.
import.meta.hot?.on("site:problems", show);
import.meta.hot?.send("site:ask");

import type { BoundsPanel } from "../views/bounds.ts";

const ring = "m-.32 0a.32.32 0 1 1 0 .01z";

/**
 * Puts a picture of dots above the table of a `.bounds`, with two choices that change it. The rest's dots are one
 * picture, which lies in its own row or moves, whole, to the end of another.
 */
function createBounds(block: Element, { labels, outcomes, rest, choices }: BoundsPanel): void {
  const panel = document.createElement("div");
  panel.className = "panel screen";
  const whole = addChoice(
    panel,
    labels[0],
    choices[rest].map((choice) => choice.whole),
  );
  const into = addChoice(
    panel,
    labels[1],
    outcomes.map(({ name }) => name),
  );
  into.selectedIndex = rest;
  const output = add(panel, "output");

  const remainder = outcomes[rest];
  const most = Math.max(...outcomes.map(({ dots }, at) => (at === rest ? 0 : dots)));
  // As many rows for the longest bar as let its dots be large, and its neighbours be seen beside it.
  const high = Math.ceil(Math.sqrt((most + remainder.dots) / (innerWidth < 600 ? 6 : 12)));
  const columns = (dots: number) => Math.ceil(dots / high);
  // Where there are few, they are not blown up.
  const wide = Math.max(40, columns(most) + columns(remainder.dots));
  const rows = outcomes.map(({ name, hue, dots }, at) => {
    const line = add(panel, "p");
    const share = add(line, "b");
    line.append(` ${name}`);
    return { share, picture: addDots(line, at === rest ? 0 : dots, hue, wide, high) };
  });
  const moved = addDots(panel, remainder.dots, remainder.hue, wide, high, ring);

  const show = () => {
    const at = into.selectedIndex;
    const { shares, words } = choices[at][whole.selectedIndex];
    rows.forEach(({ share, picture }, row) => {
      share.textContent = shares[row] ?? "–";
      picture.style.opacity = shares[row] === null ? "0.2" : "";
    });
    const { picture } = rows[at];
    moved.style.opacity = picture.style.opacity;
    const along = (100 * columns(at === rest ? 0 : outcomes[at].dots)) / wide;
    const down = picture.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    moved.style.translate = `${along}% ${down}px`;
    output.textContent = words;
    // What is counted with an outcome belongs to the wholes that the outcome belongs to.
    [...whole.options].forEach((option, index) => (option.textContent = choices[at][index].whole));
  };
  panel.onchange = show;
  // Lines of words may wrap otherwise, and the rows below move.
  new ResizeObserver(show).observe(panel);
  block.querySelector("table")!.before(panel);
}

function add<Name extends keyof HTMLElementTagNameMap>(
  parent: Element,
  name: Name,
  text = "",
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  return parent.appendChild(element);
}

function addChoice(panel: Element, name: string, options: readonly string[]): HTMLSelectElement {
  const select = add(add(panel, "label", `${name} `), "select");
  for (const option of options) add(select, "option", option);
  return select;
}

/** A picture of dots, column by column, on a grid of so many. */
function addDots(
  parent: Element,
  dots: number,
  hue: number,
  wide: number,
  high: number,
  shape = "h0",
): SVGElement {
  const [picture, path] = ["svg", "path"].map((name) =>
    document.createElementNS("http://www.w3.org/2000/svg", name),
  ) as [SVGElement, SVGElement];
  picture.setAttribute("class", `h${hue}`);
  // The shares say what it shows.
  picture.ariaHidden = "true";
  picture.setAttribute("viewBox", `-.5 -.5 ${wide} ${high}`);
  let d = "";
  for (let at = 0; at < dots; at++) d += `M${Math.floor(at / high)} ${at % high}${shape}`;
  path.setAttribute("d", d);
  picture.append(path);
  parent.append(picture);
  return picture;
}

/** Every block of bounds on the page, with its picture. `panels`: what they show, in the page's order. */
export function connectBounds(panels: readonly BoundsPanel[]): void {
  // The embed has none of the blocks, and without its data the page has none of the panels.
  document.querySelectorAll(".bounds").forEach((block, at) => {
    if (at in panels) createBounds(block, panels[at]);
  });
}

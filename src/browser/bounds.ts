import styles from "../styles/panel.css?inline";
import { adoptStyles } from "./adopt-styles.ts";
import { sayShare, shareFormat } from "./say-share.ts";

const ring = "m-.32 0a.32.32 0 1 1 0 .01z";

/**
 * Puts a picture of dots above the table of a `.bounds`, with two choices that change it. The rest's dots are one
 * picture, which lies in its own row or moves, whole, to the end of another.
 */
function createBounds(block: Element): void {
  const { lang } = document.documentElement;
  let format: Intl.NumberFormat | undefined;
  const say = (count: number, total: number) => sayShare(count, total, (format ??= shareFormat(lang)));
  const [head, ...rows] = block.querySelectorAll("tr");
  const wordsOf = (row: HTMLTableRowElement) => Array.from(row.cells, (cell) => cell.textContent.trim());
  const countOf = (row: HTMLTableRowElement) => +row.dataset.count!;
  const dotsOf = ({ dataset: { dots, count } }: HTMLTableRowElement) => +(dots ?? count)!;
  const rest = block.querySelector<HTMLTableRowElement>("[data-rest]")!;
  const restSaid = rest.getAttribute("data-rest")!;

  const panel = document.createElement("div");
  panel.className = "panel screen";
  const wholes = wordsOf(head).slice(1, -1);
  const whole = addChoice(panel, "Shares of ", wholes);
  const names = rows.map((row) => wordsOf(row)[0]);
  const pour = addChoice(panel, `Count the ${restSaid} as `, names);
  pour.selectedIndex = rows.indexOf(rest);
  const output = add(panel, "output");

  const most = Math.max(...rows.map((row) => (row === rest ? 0 : dotsOf(row))));
  // As many rows for the longest bar as let its dots be large, and its neighbours be seen beside it.
  const high = Math.ceil(Math.sqrt((most + dotsOf(rest)) / (innerWidth < 600 ? 6 : 12)));
  const columns = (dots: number) => Math.ceil(dots / high);
  // Where there are few, they are not blown up.
  const wide = Math.max(40, columns(most) + columns(dotsOf(rest)));
  const shown = rows.map((row, at) => {
    const line = add(panel, "p");
    const share = add(line, "b");
    line.append(` ${names[at]}`);
    return { share, picture: addDots(line, row === rest ? 0 : dotsOf(row), row.dataset.hue!, wide, high) };
  });
  const poured = addDots(panel, dotsOf(rest), rest.dataset.hue!, wide, high, ring);

  const show = () => {
    const into = rows[pour.selectedIndex];
    const apart = into === rest;
    const of = whole.selectedIndex;
    const isIn = (row: HTMLTableRowElement, of: number) =>
      !of || !(row === rest || (of > 1 && "open" in row.dataset));
    const countWith = (row: HTMLTableRowElement) =>
      row === rest ? 0 : countOf(row) + (row === into ? countOf(rest) : 0);
    const totals = wholes.map((_, of) =>
      rows.reduce((sum, row) => sum + (isIn(row, of) ? countWith(row) : 0), 0),
    );
    rows.forEach((row, at) => {
      const { share, picture } = shown[at];
      // Where the rest stands apart the table has all shares: a page need not learn to write them before it must.
      const isShown = isIn(row, of);
      share.textContent = apart ? wordsOf(row)[of + 1] : isShown ? say(countWith(row), totals[of]) : "–";
      picture.style.opacity = isShown ? "" : "0.2";
    });
    const { picture, share } = shown[pour.selectedIndex];
    poured.style.opacity = picture.style.opacity;
    const along = (100 * columns(apart ? 0 : dotsOf(into))) / wide;
    poured.style.translate = `${along}% ${picture.getBoundingClientRect().top - panel.getBoundingClientRect().top}px`;
    output.textContent =
      apart || !isIn(into, of)
        ? `The ${restSaid} ${isIn(into, of) ? "stand apart" : "are left out"}.`
        : `Limits, not estimates, of “${names[pour.selectedIndex]}”: ${say(countOf(into), totals[of])}–${share.textContent} of ` +
          `${totals[of].toLocaleString(lang)}, with none or all of the ${restSaid}.`;
    // What is counted with an outcome belongs to the wholes that the outcome belongs to.
    [...whole.options].forEach((option, at) => {
      option.textContent = apart
        ? wholes[at]
        : wholes[at].replace(/\d(.*\d)?/, totals[at].toLocaleString(lang));
    });
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
  const select = add(add(panel, "label", name), "select");
  for (const option of options) add(select, "option", option);
  return select;
}

/** A picture of dots, column by column, on a grid of so many. */
function addDots(
  parent: Element,
  dots: number,
  hue: string,
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

/** Every block of bounds on the page, with its picture. */
export function connectBounds(): void {
  const blocks = document.querySelectorAll(".bounds");
  if (blocks.length === 0) return;
  adoptStyles(styles);
  blocks.forEach(createBounds);
}

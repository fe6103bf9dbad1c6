/** The shares of one whole, by part. Worked out when the page was built. */
export interface BoundsWhole {
  /** What the whole comes to with the rest apart, and with the rest in it. */
  readonly of: readonly [number, number];
  /** What it is called with the rest in it: "the 1,258 final". */
  readonly name: string;
  /** The share of each part if the rest came to the whole with another. */
  readonly least: readonly string[];
  /** The share of each part if it had all the rest; "–" for what is no part of the whole. */
  readonly most: readonly string[];
}

/** What a block of bounds is sent besides its table, which names wholes and parts, and has the shares as they are. */
export interface BoundsData {
  readonly counts: readonly number[];
  readonly hues: readonly number[];
  /** The place of the rest among the parts, and its count in words. */
  readonly rest: number;
  readonly restCount: string;
  readonly wholes: readonly BoundsWhole[];
}

const none = "–";

/** Puts a picture of lengths above the table of a `.bounds`, with two choices that change it. */
export function createBounds(block: HTMLElement): void {
  const table = block.querySelector("table")!;
  const data = JSON.parse(block.querySelector("script")!.textContent) as BoundsData;
  const { counts, hues, rest, restCount, wholes } = data;
  const [head, ...body] = Array.from(table.rows, (row) =>
    Array.from(row.cells, (cell) => cell.textContent.trim()),
  );
  const panel = create("div", "panel screen");
  const whole = addChoice(panel, "Shares of", head.slice(1, wholes.length + 1));
  const pour = addChoice(
    panel,
    `Count the ${restCount} as`,
    body.map(([name]) => name),
  );
  pour.selectedIndex = rest;
  const rows = body.map(([name], part) => addRow(panel, name, hues[part]));
  const output = panel.appendChild(document.createElement("output"));

  const show = () => {
    const into = pour.selectedIndex;
    const { of, name, least, most } = wholes[whole.selectedIndex];
    const comesIn = Number(most[into] !== none);
    const shares = body.map((cells, part) => {
      if (comesIn === 0) return cells[whole.selectedIndex + 1];
      return part === into ? most[part] : least[part];
    });
    rows.forEach(({ share, known, poured }, part) => {
      const isIn = shares[part] !== none;
      share.textContent = shares[part];
      known.style.width = widthOf(isIn && part !== rest ? counts[part] : 0, of[comesIn]);
      poured.style.width = widthOf(isIn && part === into ? counts[rest] : 0, of[comesIn]);
    });
    output.textContent =
      comesIn === 1
        ? `“${body[into][0]}” would be ${most[into]} of ${name} if it had all ${restCount}, and ${least[into]} if ` +
          "others of these had them. These are limits, not estimates."
        : `Shares of ${whole.value}. The ${restCount} ${shares[rest] === none ? "are left out" : "stand apart"}.`;
  };
  panel.addEventListener("change", show);
  show();
  table.before(panel);
}

/** A length on a scale that ends at the whole. CSS does the sum. */
function widthOf(count: number, of: number): string {
  return `calc(100% * ${count} / ${of})`;
}

function create(name: string, className: string, text = ""): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function addChoice(panel: Element, name: string, options: readonly string[]): HTMLSelectElement {
  const select = document.createElement("select");
  for (const option of options) select.append(new Option(option));
  panel.appendChild(create("label", "", `${name} `)).append(select);
  return select;
}

/** A part's name, its share, and the lengths of what is known of it and of what was poured into it. */
function addRow(panel: Element, name: string, hue: number) {
  const share = create("b", "");
  const known = create("i", "");
  const poured = create("i", "poured");
  const lengths = create("span", `lengths h${hue}`);
  lengths.append(known, poured);
  panel.appendChild(create("p", "")).append(share, ` ${name}`, lengths);
  return { share, known, poured };
}

for (const block of document.querySelectorAll<HTMLElement>(".bounds")) createBounds(block);

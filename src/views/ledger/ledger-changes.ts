import type { Diagnostic } from "../../diagnostics/types.ts";
import type { Language } from "../../language/types.ts";
import type { KeptLedger } from "./kept-ledger.ts";
import type { Ledger, LedgerFigure, LedgerPicture } from "./ledger.ts";

/** What a published story said, and says otherwise now. */
export interface LedgerChange {
  /** The figures of which a correction must name one. */
  readonly figures: readonly string[];
  /** "charged 290 → 289: 4 places in the text, 6 pictures, 2 charts". */
  readonly message: Diagnostic["message"];
  /** The figure whose count is another; null where a claim changed, or the figure is gone. */
  readonly figure: string | null;
}

/**
 * Every figure of the source and every claim that is not what it was. Figures that are worked out from others change
 * with them and are left out, and so is what is new.
 */
export function compareLedgers(before: KeptLedger, now: Ledger, language: Language): LedgerChange[] {
  return [...changedFigures(before, now, language), ...changedClaims(before, now)];
}

function changedFigures(before: KeptLedger, now: Ledger, language: Language): LedgerChange[] {
  return before.figures.flatMap(({ id, count }) => {
    const figure = now.figures.find((other) => other.id === id);
    if (figure && (figure.derived || figure.count === count)) return [];
    const after = figure ? language.count(figure.count) : "gone";
    const message = `${id} ${language.count(count)} → ${after}${figure ? `: ${describeUses(figure, now)}` : ""}`;
    return [{ figures: [id], message, figure: figure?.id ?? null }];
  });
}

function changedClaims(before: KeptLedger, now: Ledger): LedgerChange[] {
  return before.claims.flatMap(({ text, that, figures }) => {
    const same = now.claims.filter((claim) => claim.that === that);
    if (same.some((claim) => claim.text === text)) return [];
    const after = same.length > 0 ? `“${same.map((claim) => claim.text).join("”, “")}”` : "gone";
    return [{ figures, message: `the claim “${text}” → ${after}`, figure: null }];
  });
}

/** In how many places a figure stands, or one that is worked out from it. */
function describeUses({ id, row }: LedgerFigure, { numbers, claims, pictures, charts }: Ledger): string {
  const inText = [...numbers, ...claims].filter(({ rows }) => rows.includes(row)).length;
  const shown = (all: readonly LedgerPicture[]) => all.filter(({ figures }) => figures.includes(id)).length;
  return [
    plural(inText, "place in the text", "places in the text"),
    plural(shown(pictures), "picture", "pictures"),
    plural(shown(charts), "chart", "charts"),
  ].join(", ");
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

import { quote } from "../diagnostics/quote.ts";
import { formatCount } from "./counts.ts";

const most = Number.MAX_SAFE_INTEGER;

/** The number in a count cell, from 0 to 2^53 − 1; null where it is blank (the remainder) or cannot be read. */
export function parseCount(count: string): number | null {
  return /^\d{1,30}$/.test(count) && BigInt(count) <= BigInt(most) ? Number(count) : null;
}

/** What is wrong with a count that can't be read, and the way out. */
export function explainCount(count: string): { message: string; hint: string } {
  if (/^\d+$/.test(count)) {
    return {
      message: `The count ${quote(count)} is over ${formatCount(most, "en-GB")}`,
      hint: "check its digits",
    };
  }
  if (/^[-−–]\s*\d/.test(count)) {
    return { message: `The count ${quote(count)} is negative`, hint: "a count is 0 or more" };
  }
  if (/^\s+\d+\s*$|^\d+\s+$/.test(count)) {
    return { message: `The count ${quote(count)} has a space beside it`, hint: `write ${count.trim()}` };
  }
  if (/^\d{1,3}([,.'’_\s]\d{3})+$/.test(count)) {
    const plain = count.replace(/\D/g, "");
    return { message: `The count ${quote(count)} is written with a separator`, hint: `write ${plain}` };
  }
  if (/^\d*[.,]\d+$/.test(count)) {
    return {
      message: `The count ${quote(count)} is not a whole number`,
      hint: "write whole things, without decimals",
    };
  }
  const hint = "write plain digits, or leave it blank if it is the remainder";
  return { message: `The count ${quote(count)} is not a number in plain digits`, hint };
}

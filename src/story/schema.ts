import { z } from "zod";

/*
 * The types of values in settings files. The messages follow the key's name: "published" must be a date …
 */

export const text = z
  .string("must be text (in quotation marks, where it looks like a number)")
  .refine((value) => value.trim() !== "", "must not be blank");

export const flag = z.boolean("must be true or false");

export const webAddress = text.refine(
  isWebAddress,
  "must be an address that starts with https:// or http://",
);

/** `2016-02-06`, a day that there was or will be. */
export const date = z
  .string("must be a date such as 2016-02-06")
  .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value), "must be a date such as 2016-02-06");

export const wholeNumber = z.int("must be a whole number").min(1, "must be 1 or more");

/** An object that takes these keys and no others. */
export function keys<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, "must be a list of keys and values");
}

export function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item, "must be a list, each item on a line that starts with -");
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value);
}

function isDay(value: string): boolean {
  const [year, month, day] = value.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
}

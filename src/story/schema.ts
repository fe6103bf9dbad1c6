import { z } from "zod";

/*
 * The types of values in settings files. What they say of a wrong value follows the key's name, `"published" must
 * be a date`, and the way out stands on a second line.
 */

export const text = z
  .string("must be text\nput it in quotation marks, where it looks like a number, a date or a list")
  .refine(
    (value) => value.trim() !== "",
    "must not be blank\nwrite something, or leave the key out where it isn't needed",
  );

export const flag = z.boolean("must be true or false\nwrite true, write false, or leave it out");

export const webAddress = text.refine(
  isWebAddress,
  "must be a whole address\nstart it with https:// or http://",
);

const notDate = "must be a date\nwrite year, month and day, as in 2016-02-06";

/** `2016-02-06`, a day that there was or will be. */
export const date = z
  .string(notDate)
  .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value), notDate);

export const wholeNumber = z
  .int("must be a whole number\nwrite plain digits")
  .min(1, "must be 1 or more\nleave it out if unsure");

/** An object that takes these keys and no others. */
export function keys<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(
    shape,
    `must be a list of keys and values\nput each on a line of its own, two spaces further in: ${lines(shape)}`,
  );
}

function lines(shape: z.ZodRawShape): string {
  return Object.keys(shape)
    .map((key) => `${key}: …`)
    .join(", ");
}

export function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item, "must be a list\nstart each item on a line of its own, with a hyphen and a space");
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value);
}

function isDay(value: string): boolean {
  const [year, month, day] = value.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
}

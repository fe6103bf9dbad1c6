/** Control characters, line breaks and the marks that turn the direction of text. */
const unseen = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** The text with each character that cannot be seen written as its escape, `\u001b`. */
export function visible(text: string): string {
  return text.replace(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What someone wrote, for use in a message: in quotation marks, shortened to 60 characters, safe to print. */
export function quote(text: string): string {
  const characters = [...text.slice(0, 200)];
  const whole = characters.length <= 60 && text.length <= 200;
  return `"${visible(whole ? text : `${characters.slice(0, 59).join("")}…`)}"`;
}

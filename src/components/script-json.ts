/** A value for a `<script type="application/json">`, in which "<" is the one character that could end the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

import type { Frame } from "../transition.ts";

/** A finger is less sure than its point: a dot may be missed by so many radii, or by so many pixels. */
const slackInRadii = 2;
const slackInPixels = 9;

/** The dot at a point of the stage, in CSS pixels, or the nearest one that may have been meant; null where none is near. */
export function dotAt(
  { x, y, radius }: Frame,
  at: { readonly x: number; readonly y: number },
): number | null {
  const slack = Math.max(radius * slackInRadii, slackInPixels);
  let nearest: number | null = null;
  let least = slack * slack;
  for (let i = 0; i < x.length; i++) {
    const distance = (x[i] - at.x) ** 2 + (y[i] - at.y) ** 2;
    if (distance <= least) {
      least = distance;
      nearest = i;
    }
  }
  return nearest;
}

/** The figure whose words stand at a point of the stage. */
export function labelAt({ labels }: Frame, at: { readonly x: number; readonly y: number }): string | null {
  const hit = labels.find(({ item: { x, y, width, fontSize, lines } }) => {
    return (
      at.x >= x && at.x <= x + width && at.y >= y - fontSize && at.y <= y + fontSize * (lines.length - 0.7)
    );
  });
  return hit?.item.figure ?? null;
}

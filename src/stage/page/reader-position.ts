import { momentAt, type ReadingLine, type SceneBox } from "../motion/scroll.ts";
import { readBoxes, readingLine, type StageElements } from "./dom.ts";

/** The place in a sequence that its stage shows: where the reader is, or where others have it. */
export interface ReaderPosition {
  /**
   * Measures the page anew. `windowHeight`: the window's when the stage took its size, in CSS pixels. A phone's bars come
   * and go as the reader scrolls, and the stage stays as it is, of which size it is and what it shows.
   */
  readonly measure: (windowHeight: number) => void;
  /** Shows where the reader is, unless others steer. */
  readonly follow: () => void;
  /** Shows a place: scene index plus the progress of the change into it, less one. */
  readonly seek: (position: number) => void;
  /** Leaves the choice of the place to `seek` alone, or follows the reader again. */
  readonly steer: (isSteered: boolean) => void;
}

/** `still`: matches where a reader wants no motion; `show` is called with every new position. */
export function createReaderPosition(
  elements: StageElements,
  still: MediaQueryList,
  show: (position: number) => void,
): ReaderPosition {
  let boxes: readonly SceneBox[] = [];
  let line: ReadingLine | null = null;
  let height = 0;
  let shown = NaN;
  let steered = false;
  const seek = (position: number) => {
    if (position === shown) return;
    shown = position;
    show(position);
  };
  const follow = () => {
    if (line === null || steered) return;
    const { scene, progress } = momentAt(boxes, { top: scrollY, height }, line);
    seek(scene - 1 + (still.matches ? Math.round(progress) : progress));
  };
  return {
    measure(windowHeight) {
      boxes = readBoxes(elements.scenes);
      line = readingLine(elements);
      height = windowHeight;
    },
    follow,
    seek,
    steer(isSteered) {
      steered = isSteered;
      follow();
    },
  };
}

/** Where the elements of one scene stand, in CSS pixels from the top of the document. */
export interface SceneBox {
  /** Top of the scene: of its picture's place. */
  readonly top: number;
  /** Top of its words. */
  readonly cardTop: number;
}

/** The window on the document, in CSS pixels. */
export interface Viewport {
  /** Distance from the document's top to the window's. */
  readonly top: number;
  readonly height: number;
}

/** A stage's moment: the change into `scene` (an index) has come as far as `progress`, 0 to 1. */
export interface Moment {
  readonly scene: number;
  readonly progress: number;
}

/** Where a scene's change begins and ends: fractions of the window's height, from its top. */
export interface ReadingLine {
  /** The change begins when the scene's top passes this line … */
  readonly begins: number;
  /** … and is finished when its words' top has reached this one. */
  readonly ends: number;
}

/**
 * The moment that belongs to a place in the document: a function of the place alone. Before the first scene it is
 * the first scene's picture, after the last the last one's.
 */
export function momentAt(boxes: readonly SceneBox[], viewport: Viewport, line: ReadingLine): Moment {
  let moment: Moment = { scene: 0, progress: 1 };
  for (let scene = 1; scene < boxes.length; scene++) {
    const begins = boxes[scene].top - line.begins * viewport.height;
    const ends = Math.max(begins + 1, boxes[scene].cardTop - line.ends * viewport.height);
    if (viewport.top <= begins) break;
    moment = { scene, progress: Math.min(1, (viewport.top - begins) / (ends - begins)) };
  }
  return moment;
}

/** What the frame tells the page that it stands in; see docs/embedding.md. */
interface HeightMessage {
  readonly type: "accounted:height";
  /** In CSS pixels: the room that the tallest step needs at the frame's width. */
  readonly height: number;
}

const root = document.documentElement;

/** The height of the tallest step and all that stands around it. The class lays all steps over each other. */
function measure(): number {
  root.classList.add("measured");
  const { height } = document.body.getBoundingClientRect();
  root.classList.remove("measured");
  return Math.ceil(height);
}

/** Says how high the frame should be. The message holds nothing that only some pages may know: so to any. */
function tellHeight(): void {
  const message: HeightMessage = { type: "accounted:height", height: measure() };
  parent.postMessage(message, "*");
}

function watchWidth(): void {
  let width = 0;
  new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    tellHeight();
  }).observe(root);
}

if (parent !== window) {
  watchWidth();
  void document.fonts.ready.then(tellHeight);
  addEventListener("toggle", tellHeight, { capture: true });
}

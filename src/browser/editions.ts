import { easeCubicInOut } from "d3-ease";
import type { StageView } from "../stage/page/view.ts";
import { createStatus } from "./status.ts";

/** A change from one step to the next, in milliseconds. */
const stepTime = 900;
/** Changes are told to screen readers no more often than this, in milliseconds. */
const quiet = 5000;

const keys: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** All that changes in one sequence of scenes. */
interface State {
  /** Index of the scene that is being read. */
  now: number;
  request: number;
}

/**
 * The steps of a sequence: its marks say where the reader is, links and arrow keys lead from step to step without a
 * trace in the history, and the edition step by step moves the stage at its own pace. Without this they are links.
 */
export function connectSteps(sequence: HTMLElement, view: StageView | null): void {
  const scenes = [...sequence.querySelectorAll<HTMLElement>("[data-scene]")];
  const marks = [...sequence.querySelectorAll(".steps a")];
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const alone = document.querySelector<HTMLInputElement>("[name=edition][value=steps]");
  const announce = createAnnouncer();
  const state: State = { now: -1, request: 0 };

  const mark = (index: number) => {
    if (index === state.now) return;
    const before = state.now;
    state.now = index;
    scenes.forEach((scene, i) => scene.classList.toggle("now", i === index));
    marks.forEach((link, i) => (link.ariaCurrent = String(i === index)));
    if (alone?.checked) travel(before, index);
  };

  /** Moves the stage to a step: the whole way to a neighbour, at once to any other. */
  const travel = (from: number, to: number) => {
    cancelAnimationFrame(state.request);
    if (still.matches || Math.abs(to - from) !== 1) return view?.seek(to);
    let began = NaN;
    const step = (time: number) => {
      began ||= time;
      const done = Math.min(1, (time - began) / stepTime);
      view?.seek(from + (to - from) * easeCubicInOut(done));
      if (done < 1) state.request = requestAnimationFrame(step);
    };
    state.request = requestAnimationFrame(step);
  };

  /** Leads the reader to a step, as its address does, in place of the last one. */
  const go = (index: number) => {
    const scene = scenes[index];
    const focused = document.activeElement === view?.canvas ? view.canvas : scene;
    mark(index);
    location.replace(`#${scene.id}`);
    focused.focus({ preventScroll: true });
    announce(scene);
  };

  const chosen = () => {
    view?.steer(alone?.checked ?? false);
    if (alone?.checked) travel(NaN, Math.max(0, state.now));
  };

  const reading = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) mark(scenes.indexOf(target as HTMLElement));
    },
    { rootMargin: "-60% 0px -40%" },
  );
  for (const scene of scenes) {
    scene.tabIndex = -1;
    reading.observe(scene);
  }
  const named = () => scenes.findIndex(({ id }) => `#${id}` === location.hash);
  if (named() >= 0) mark(named());

  addEventListener("hashchange", () => {
    if (named() < 0 || named() === state.now) return;
    mark(named());
    scenes[state.now].scrollIntoView();
  });
  chosen();
  document.querySelector(".editions")?.addEventListener("change", chosen);
  addEventListener("pageshow", chosen);
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const index = scenes.findIndex(({ id }) => link?.getAttribute("href") === `#${id}`);
    if (index < 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(index);
  });
  sequence.addEventListener("keydown", (event) => {
    const index = state.now + (keys[event.key] ?? NaN);
    const field = event.target instanceof Element && event.target.closest("input, select, textarea");
    if (!(index in scenes) || field || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(index);
  });
}

/** Tells screen readers of a step, politely: the last one where several come in a short time. */
function createAnnouncer(): (scene: Element) => void {
  const status = createStatus();
  document.body.append(status);
  let words = "";
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = () => {
    last = performance.now();
    status.textContent = words;
  };
  return (scene) => {
    // Its name is said where the focus has gone to it.
    const name = document.activeElement === scene ? "" : `${scene.ariaLabel}. `;
    words = name + scene.querySelector("svg")!.ariaLabel;
    clearTimeout(timer);
    timer = setTimeout(say, last + quiet - performance.now());
  };
}

/** The most dots that a stage shows unless the story asks for more. */
const most = 5000;

/** How many reports a dot stands for: the smallest of 1, 2, 5, 10, 20, 50, … that keeps the dots to 5,000. */
export function defaultDot(count: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].find((each) => Math.ceil(count / (each * power)) <= most);
    if (step !== undefined) return step * power;
  }
}

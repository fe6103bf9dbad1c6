/** An element whose words screen readers say when they change, without leaving what they are reading. Nobody sees it. */
export function createStatus(): HTMLElement {
  const status = document.createElement("p");
  status.className = "unseen";
  // A role of `status` would be read out although it is empty.
  status.ariaLive = "polite";
  return status;
}

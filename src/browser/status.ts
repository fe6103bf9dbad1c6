/** An element whose words screen readers say when they change, without leaving what they are reading. Nobody sees it. */
export function createStatus(): HTMLElement {
  const status = document.createElement("p");
  status.className = "unseen";
  status.role = "status";
  return status;
}

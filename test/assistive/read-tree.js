// Prints what a browser tells assistive technology of the page that has a title, as JSON: gjs -m read-tree.js TITLE
/* global print */
import Atspi from "gi://Atspi?version=2.0";
import System from "system";

const [title] = System.programArgs;

const states = ["CHECKED", "EXPANDABLE", "EXPANDED", "SELECTED"];

Atspi.init();

function childrenOf(accessible) {
  return Array.from({ length: accessible.get_child_count() }, (_, index) =>
    accessible.get_child_at_index(index),
  ).filter((child) => child !== null);
}

/** The browser's documents with the title: a browser also keeps those that nobody sees. */
function documentsIn(accessible) {
  if (accessible.get_role() === Atspi.Role.DOCUMENT_WEB)
    return accessible.get_name() === title ? [accessible] : [];
  return childrenOf(accessible).flatMap(documentsIn);
}

function read(accessible) {
  const set = accessible.get_state_set();
  return {
    role: accessible.get_role_name(),
    name: accessible.get_name(),
    attributes: accessible.get_attributes(),
    states: states.filter((state) => set.contains(Atspi.StateType[state])),
    // Where a child stands in it, it has U+FFFC.
    text: accessible.get_interfaces().includes("Text")
      ? Atspi.Text.prototype.get_text.call(accessible, 0, -1)
      : "",
    children: childrenOf(accessible).map(read),
  };
}

print(JSON.stringify(documentsIn(Atspi.get_desktop(0)).map(read)));

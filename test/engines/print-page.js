// Prints a page to a PDF on A4 by WebKitGTK, whose driver has no command for it: gjs -m print-page.js ADDRESS FILE
import GLib from "gi://GLib";
import Gtk from "gi://Gtk?version=3.0";
import WebKit2 from "gi://WebKit2?version=4.1";
import System from "system";

const [address, file] = System.programArgs;

/** What the page's scripts do after it is loaded is done by then: milliseconds. */
const calm = 3000;

Gtk.init(null);
const view = new WebKit2.WebView({ web_context: WebKit2.WebContext.new_ephemeral() });
const window = new Gtk.Window();
window.set_default_size(1280, 800);
window.add(view);
window.show_all();

function print() {
  const settings = new Gtk.PrintSettings();
  settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, `file://${file}`);
  settings.set(Gtk.PRINT_SETTINGS_PRINTER, "Print to File");
  settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  const paper = new Gtk.PageSetup();
  paper.set_paper_size(Gtk.PaperSize.new("iso_a4"));
  const operation = WebKit2.PrintOperation.new(view);
  operation.set_print_settings(settings);
  operation.set_page_setup(paper);
  operation.connect("finished", () => Gtk.main_quit());
  operation.connect("failed", (_, error) => {
    console.error(error.message);
    System.exit(1);
  });
  operation.print();
}

view.connect("load-failed", (_view, _event, failed, error) => {
  console.error(`${failed}: ${error.message}`);
  System.exit(1);
});
view.connect("load-changed", (_, event) => {
  if (event !== WebKit2.LoadEvent.FINISHED) return;
  GLib.timeout_add(GLib.PRIORITY_DEFAULT, calm, () => {
    print();
    return GLib.SOURCE_REMOVE;
  });
});
view.load_uri(address);
Gtk.main();

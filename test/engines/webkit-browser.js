// A window with nothing but a page in it, for WebKitGTK's driver: gjs -m webkit-browser.js [--no-script]
// It writes what the console says to its output.
import Gtk from "gi://Gtk?version=3.0";
import WebKit2 from "gi://WebKit2?version=4.1";
import System from "system";

Gtk.init(null);
const context = WebKit2.WebContext.get_default();
context.set_automation_allowed(true);
const view = new WebKit2.WebView({
  web_context: context,
  is_controlled_by_automation: true,
  settings: new WebKit2.Settings({
    enable_write_console_messages_to_stdout: true,
    // Takes scripts out of the page while it is read, and leaves the driver's alone.
    enable_javascript_markup: !System.programArgs.includes("--no-script"),
  }),
});
// Where the pointer rests before a test moves it: over the window, which has the focus thereby, but not over the page.
const strip = new Gtk.EventBox({ height_request: 1 });
const box = new Gtk.Box({ orientation: Gtk.Orientation.VERTICAL });
box.pack_start(strip, false, false, 0);
box.pack_start(view, true, true, 0);
const window = new Gtk.Window();
window.add(box);
// Nothing manages windows here: whichever was given its place last is to be on top.
window.connect("configure-event", () => {
  window.get_window()?.raise();
  return false;
});
window.connect("destroy", () => Gtk.main_quit());
context.connect("automation-started", (_, session) => {
  session.set_application_info(new WebKit2.ApplicationInfo());
  session.connect("create-web-view", () => view);
});
window.show_all();
Gtk.main();

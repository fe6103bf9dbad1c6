// Presses a key of the keyboard as a reader does, so that a screen reader hears it before the browser:
// gjs -m press-key.js KEY, X11's number of it.
import Atspi from "gi://Atspi?version=2.0";
import System from "system";

Atspi.init();
Atspi.generate_keyboard_event(Number(System.programArgs[0]), null, Atspi.KeySynthType.SYM);

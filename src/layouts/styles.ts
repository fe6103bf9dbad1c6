/** The style sheets of every page, in order: in one module, so that they are built into one file. */
import "../styles/tokens.css";
import "../styles/fonts.css";
import "../styles/page.css";
import "../styles/editions.css";
import "../styles/sequence.css";
import "../styles/receipt.css";
import "../styles/receipts.css";
import "../styles/bounds.css";
import "../charts/charts.css";
import "../styles/print.css";

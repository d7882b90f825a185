import { render } from "solid-js/web";
import { asked } from "./ask-first.ts";
import "./design/tokens.css";
import "./design/base.css";
import { App } from "./app.tsx";
import { keepFocus } from "./design/keep-focus.ts";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no element with id app");
// Not awaited: in Safari, files that are read later never come to life when one that they share has waited.
void asked.then(() => {
  render(() => <App />, root);
  keepFocus(document.body);
});

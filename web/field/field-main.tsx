import { render } from "solid-js/web";
import "../design/tokens.css";
import "../design/base.css";
import { FieldApp } from "./field-app.tsx";

const root = document.getElementById("app");
if (root === null) throw new Error("field.html has no element with id app");
render(() => <FieldApp />, root);

import { render } from "solid-js/web";
import { afterEach, expect, it, vi } from "vitest";
import { later } from "../../../web/design/later.tsx";
import { LanguageProvider } from "../../../web/i18n/language.tsx";

let end = () => {};
afterEach(() => {
  end();
  document.body.replaceChildren();
});

function show(part: () => ReturnType<ReturnType<typeof later>>) {
  const root = document.body.appendChild(document.createElement("div"));
  end = render(() => <LanguageProvider>{part()}</LanguageProvider>, root);
  return root;
}

it("says that a part is on its way, and then shows it with what it was given", async () => {
  const Greeting = (props: { readonly name: string }) => <p>Bonjour {props.name}</p>;
  let arrive = (_: typeof Greeting) => {};
  const Part = later(() => new Promise<typeof Greeting>((resolve) => (arrive = resolve)), 3);

  const root = show(() => <Part name="Camille" />);
  expect(root.querySelector("[role=status]")?.textContent).toBe("Chargement…");

  arrive(Greeting);
  await vi.waitFor(() => expect(root.textContent).toBe("Bonjour Camille"));
});

it("shows at once what was loaded before", async () => {
  const Part = later(async () => () => <p>Là</p>, 3);
  await Part.preload();

  const root = show(() => <Part />);
  await Promise.resolve();

  expect(root.textContent).toBe("Là");
});

it("asks again when it is shown for what could not be loaded before", async () => {
  let isReached = false;
  const There = () => <p>Là</p>;
  const Part = later(() => (isReached ? Promise.resolve(There) : Promise.reject(new TypeError("no network"))), 3);
  await Part.preload();
  isReached = true;

  const root = show(() => <Part />);

  await vi.waitFor(() => expect(root.textContent).toBe("Là"));
});

it("says so where a part cannot be loaded, and offers to load the page again", async () => {
  const Part = later(() => Promise.reject(new TypeError("Failed to fetch dynamically imported module")), 3);

  const root = show(() => <Part />);

  await vi.waitFor(() => expect(root.querySelector("[role=alert]")?.textContent).toContain("n’a pas pu être chargée"));
  expect(root.querySelector("button")?.textContent).toBe("Recharger la page");
});

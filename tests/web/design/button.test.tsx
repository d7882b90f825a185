import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { expect, it, vi } from "vitest";
import { Button } from "../../../web/design/button.tsx";

it("does nothing while what it began is not over, and keeps the focus", () => {
  const [isBusy, setIsBusy] = createSignal(false);
  const onClick = vi.fn();
  const onSubmit = vi.fn((event: SubmitEvent) => event.preventDefault());
  const root = document.body.appendChild(document.createElement("div"));
  const end = render(
    () => (
      <form onSubmit={onSubmit}>
        <Button type="submit" isBusy={isBusy()} onClick={onClick}>
          Go
        </Button>
      </form>
    ),
    root,
  );
  const button = root.querySelector("button");
  button?.focus();

  button?.click();
  setIsBusy(true);
  button?.click();
  expect(document.activeElement).toBe(button);
  expect([onClick.mock.calls.length, onSubmit.mock.calls.length]).toEqual([1, 1]);
  expect(button?.getAttribute("aria-disabled")).toBe("true");
  setIsBusy(false);
  button?.click();

  expect([onClick.mock.calls.length, onSubmit.mock.calls.length]).toEqual([2, 2]);
  expect(button?.hasAttribute("aria-disabled")).toBe(false);
  end();
});

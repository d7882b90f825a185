import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PossibleLead } from "../../../server/contract/people.ts";
import { ApiProvider } from "../../../web/api/api-context.tsx";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { LeadField } from "../../../web/screens/outings/lead-field.tsx";

const ANNE = { id: "anne", name: "Anne", role: "lead" } as const;

let leave: () => void = () => undefined;
beforeEach(() => localStorage.setItem("arpent.language", "fr"));
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe("the choice of a team lead", () => {
  it("names those who may lead, with their roles, and gives back who is chosen", async () => {
    const { select, options, chosen } = await show([ANNE], null);

    expect(options()).toEqual(["Personne", "Anne · Chef d’équipe"]);
    choose(select(), "anne");
    expect(chosen()).toBe("anne");
    choose(select(), "");
    expect(chosen()).toBeNull();
  });

  it("keeps who leads it already, though the account is closed", async () => {
    const { options, chosen } = await show([ANNE], "closed");

    expect(options()).toContain("compte fermé ou qui ne conduit plus");
    expect(chosen()).toBe("closed");
  });

  it("is not offered where there is nobody to choose", async () => {
    const { select } = await show([], null);

    expect(select()).toBeNull();
  });
});

async function show(leads: readonly PossibleLead[], leadAccountId: string | null) {
  const asked = vi.fn(async () => new Response(JSON.stringify({ leads })));
  vi.stubGlobal("fetch", asked);
  const page = document.createElement("div");
  document.body.replaceChildren(page);
  const [chosen, setChosen] = createSignal(leadAccountId);
  leave = render(
    () => (
      <LanguageProvider>
        <ApiProvider>
          <LeadField leadAccountId={chosen()} onChange={setChosen} />
        </ApiProvider>
      </LanguageProvider>
    ),
    page,
  );
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  if (leads.length > 0) await vi.waitFor(() => expect(page.querySelector("select")).not.toBeNull());
  else await new Promise((resolve) => setTimeout(resolve));
  const select = () => page.querySelector("select");
  return { select, chosen, options: () => [...page.querySelectorAll("option")].map(({ textContent }) => textContent) };
}

function choose(select: HTMLSelectElement | null, value: string): void {
  if (select === null) return;
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

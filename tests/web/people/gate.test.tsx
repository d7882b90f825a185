import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import type { ParentProps } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Me } from "../../../server/contract/people.ts";
import { ApiProvider } from "../../../web/api/api-context.tsx";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { Gate } from "../../../web/people/gate.tsx";
import { SessionProvider, useSession } from "../../../web/people/session-context.tsx";

const CAMPAIGN = { slug: "", name: "" };
const OPEN: Me = { state: "open", campaign: CAMPAIGN, account: null };
const SIGNED_OUT: Me = { state: "signed-out", campaign: CAMPAIGN, account: null };

let leave: () => void = () => undefined;
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe("while the server is asked who is there", () => {
  it.each(["/", "/t/demo", "/t/demo/sorties"])("%s begins to load, and offers nothing yet", async (address) => {
    const { page, answer } = visit(address);

    expect(page.textContent).toBe("page: nothing");
    answer(OPEN);

    await vi.waitFor(() => expect(page.textContent).toBe("page: everything"));
  });

  it("a page that is for some roles only waits", async () => {
    const { page, answer } = visit("/equipe");

    expect(page.textContent).toBe("");
    answer(OPEN);

    await vi.waitFor(() => expect(page.textContent).toBe("page: everything"));
  });

  it("who is not signed in is led to the page for it", async () => {
    const { history, answer } = visit("/t/demo?tab=routes");

    answer(SIGNED_OUT);

    await vi.waitFor(() => expect(history.get()).toBe(`/connexion?retour=${encodeURIComponent("/t/demo?tab=routes")}`));
  });
});

function visit(address: string) {
  let answer: (me: Me) => void = () => undefined;
  const asked = new Promise<Me>((resolve) => {
    answer = resolve;
  });
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(await asked)));
  const page = document.createElement("div");
  document.body.replaceChildren(page);
  const history = createMemoryHistory();
  history.set({ value: address });
  leave = render(
    () => (
      <MemoryRouter history={history} root={Root}>
        <Route path="*" component={Page} />
      </MemoryRouter>
    ),
    page,
  );
  return { page, history, answer };
}

function Root(props: ParentProps) {
  return (
    <LanguageProvider>
      <ApiProvider>
        <SessionProvider>
          <Gate>{props.children}</Gate>
        </SessionProvider>
      </ApiProvider>
    </LanguageProvider>
  );
}

function Page() {
  const { allowed } = useSession();
  return <>page: {allowed().organizes ? "everything" : "nothing"}</>;
}

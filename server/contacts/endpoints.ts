import { type Context, Hono } from "hono";
import { ContactChangeSchema, type PersonData } from "../contract/contacts.ts";
import { Refusal } from "../contract/refusal.ts";
import { RetentionSchema, type RetentionState } from "../contract/retention.ts";
import { check } from "../http/check-request.ts";
import { requestLanguage } from "../http/request-language.ts";
import { bytesOf } from "../http/send-json.ts";
import { type PurgeDailyDeps, purgeNow } from "../retention/purge-daily.ts";
import type { RetentionStore } from "../retention/retention-store.ts";
import type { ContactStore } from "./contact-store.ts";
import { contactsCsv } from "./contacts-csv.ts";

export interface ContactsDeps extends PurgeDailyDeps {
  readonly contacts: ContactStore;
  readonly retention: RetentionStore;
  readonly newToken: () => string;
  /** The name of who asks: what is written on copies that leave. */
  readonly whoActs: (context: Context) => string;
}

const PAGE = 50;
const MOST_EXPORTED = 100_000;

/** For the director alone. Who looked at what is written down by the guard in front of them. */
export function contactsEndpoints(deps: ContactsDeps) {
  const person = async (contactId: string): Promise<PersonData> => {
    const found = await deps.contacts.person(contactId);
    if (!found) throw unknownContact();
    return found;
  };
  const noteExport = (context: Context, kind: string, contactIds: readonly string[]) =>
    deps.contacts.addExport(
      { id: deps.newToken(), kind, madeBy: deps.whoActs(context), madeAt: deps.now().toISOString() },
      contactIds,
    );
  const state = async (): Promise<RetentionState> => ({
    retention: await deps.retention.read(),
    lastPurge: await deps.retention.lastPurge(),
    due: await deps.retention.due(deps.now()),
  });
  return new Hono()
    .get("/contacts", async (context) => {
      const text = context.req.query("q")?.slice(0, 100) ?? "";
      const page = await deps.contacts.page({ text, before: context.req.query("before") ?? null, most: PAGE });
      context.header("Cache-Control", "no-store");
      return context.json(page);
    })
    .get("/contacts.csv", async (context) => {
      const { contacts } = await deps.contacts.page({ text: "", before: null, most: MOST_EXPORTED });
      await noteExport(
        context,
        "contacts.csv",
        contacts.map(({ id }) => id),
      );
      context.header("Content-Type", "text/csv; charset=utf-8");
      context.header("Content-Disposition", 'attachment; filename="contacts.csv"');
      context.header("Cache-Control", "no-store");
      return context.body(bytesOf(Buffer.from(contactsCsv(contacts, requestLanguage(context)))));
    })
    .get("/contacts/:contactId", async (context) => {
      context.header("Cache-Control", "no-store");
      return context.json(await person(context.req.param("contactId")));
    })
    .get("/contacts/:contactId/data.json", async (context) => {
      const found = await person(context.req.param("contactId"));
      await noteExport(
        context,
        "person.json",
        [found.contact, ...found.others].map(({ id }) => id),
      );
      context.header("Cache-Control", "no-store");
      context.header("Content-Disposition", 'attachment; filename="person.json"');
      return context.json(found);
    })
    .patch("/contacts/:contactId", check("json", ContactChangeSchema), async (context) => {
      const contactId = context.req.param("contactId");
      const isKnown = await deps.contacts.change(contactId, context.req.valid("json"), deps.now());
      if (!isKnown) throw unknownContact();
      return context.json(await person(contactId));
    })
    .delete("/contacts/:contactId", async (context) => {
      const contactId = context.req.param("contactId");
      const erasure = await deps.contacts.erase(contactId, deps.now());
      if (!erasure) throw unknownContact();
      return context.json(erasure);
    })
    .get("/retention", async (context) => {
      context.header("Cache-Control", "no-store");
      return context.json(await state());
    })
    .put("/retention", check("json", RetentionSchema), async (context) => {
      const retention = context.req.valid("json");
      await deps.retention.write(retention);
      return context.json(await state());
    })
    .post("/retention/purge", async (context) => {
      await purgeNow(context.get("actor"), deps);
      return context.json(await state());
    });
}

function unknownContact(): Refusal {
  return new Refusal(
    "nothing-found",
    {
      fr: "Ce contact n’existe pas, ou il a été effacé.",
      en: "There is no such contact, or it was erased.",
    },
    404,
  );
}

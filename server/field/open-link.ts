import { routeClosed, routeTakenBack, unknownLink } from "./field-words.ts";
import { linkState } from "./link-state.ts";
import type { FieldLink, FieldLinkStore } from "./link-store.ts";

/** The link of a route that may be seen: a volunteer sees nothing after it closes. Throws Refusal with the reason. */
export async function openLink(token: string, links: FieldLinkStore, now: Date): Promise<FieldLink> {
  const link = await links.find(token);
  if (link === null) throw unknownLink();
  switch (linkState(link, now)) {
    case "open":
      return link;
    case "taken-back":
      throw routeTakenBack();
    case "grace":
    case "closed":
      throw routeClosed();
  }
}

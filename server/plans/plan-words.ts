import { Refusal } from "../contract/refusal.ts";
import type { StoredFailure } from "./plan-store.ts";

/** For plans that a server did not live to finish. */
export const INTERRUPTED: StoredFailure = {
  code: "interrupted",
  sentence: {
    fr: "Le serveur s’est arrêté pendant le calcul de ce plan. Relancez le plan : ses réglages sont gardés.",
    en: "The server stopped while this plan was being made. Start the plan again: its settings are kept.",
  },
};

export function unknownPlan(): Refusal {
  return new Refusal(
    "nothing-found",
    {
      fr: "Ce plan n’existe pas, ou il a été supprimé.",
      en: "There is no such plan, or it was deleted.",
    },
    404,
  );
}

export function planNotDone(): Refusal {
  return new Refusal(
    "plan-not-done",
    {
      fr: "Ce plan n’est pas terminé : il n’a pas encore de tournées.",
      en: "This plan is not done: it has no routes yet.",
    },
    409,
  );
}

export function unknownRoute(): Refusal {
  return new Refusal(
    "nothing-found",
    {
      fr: "Cette tournée n’existe pas, ou son plan a été supprimé. Demandez un nouveau lien à l’équipe.",
      en: "There is no such route, or its plan was deleted. Ask the team for a new link.",
    },
    404,
  );
}

import { Refusal } from "../contract/refusal.ts";

export function unknownOuting(): Refusal {
  return new Refusal(
    "nothing-found",
    { fr: "Cette sortie n’existe pas, ou elle a été supprimée.", en: "There is no such outing, or it was deleted." },
    404,
  );
}

export function unknownLead(): Refusal {
  return new Refusal("unknown-lead", {
    fr: "Cette personne ne peut pas conduire la sortie : son compte est fermé, ou son rôle ne fait que regarder. Choisissez quelqu’un d’autre.",
    en: "This person cannot lead the outing: the account is closed, or its role only looks on. Choose somebody else.",
  });
}

export function unknownOutingRoute(): Refusal {
  return new Refusal(
    "nothing-found",
    {
      fr: "Cette sortie n’a pas cette tournée. Rechargez la page pour voir celles qu’elle a.",
      en: "This outing has no such route. Reload the page to see those it has.",
    },
    404,
  );
}

export function unknownOutingStop(id: string): Refusal {
  return new Refusal("unknown-stop", {
    fr: `Cette sortie n’a pas l’adresse « ${id.slice(0, 60)} ».`,
    en: `This outing has no address “${id.slice(0, 60)}”.`,
  });
}

export function takenBackRoute(routeId: string): Refusal {
  return new Refusal(
    "route-taken-back",
    {
      fr: `La tournée ${routeId} a été reprise : personne ne la suit. Donnez-lui d’abord un nouveau lien.`,
      en: `Route ${routeId} was taken back: nobody walks it. Give it a new link first.`,
    },
    409,
  );
}

export function stopsBegun(count: number): Refusal {
  return new Refusal(
    "stop-begun",
    {
      fr:
        count === 1
          ? "Une de ces adresses est déjà commencée : elle reste à qui l'a commencée, sauf si vous insistez. Rien n'a changé."
          : `${count} de ces adresses sont déjà commencées : elles restent à qui les a commencées, sauf si vous insistez. Rien n'a changé.`,
      en:
        count === 1
          ? "One of these addresses has been begun: it stays with who began it unless you insist. Nothing was changed."
          : `${count} of these addresses have been begun: they stay with who began them unless you insist. Nothing was changed.`,
    },
    409,
  );
}

export function changedMeanwhile(): Refusal {
  return new Refusal(
    "outing-changed",
    {
      fr: "Quelqu’un d’autre a changé cette sortie entre-temps. Rien n’a été remplacé : regardez les tournées, puis refaites votre geste.",
      en: "Somebody else changed this outing meanwhile. Nothing was replaced: look at the routes, then make your change again.",
    },
    409,
  );
}

export function outingEnded(): Refusal {
  return new Refusal(
    "outing-ended",
    {
      fr: "Cette sortie est close : ses tournées ne changent plus.",
      en: "This outing is closed: its routes do not change any more.",
    },
    409,
  );
}

export function emptyPlan(): Refusal {
  return new Refusal("empty-plan", {
    fr: "Ce plan n’a aucune tournée : il n’y a rien à parcourir. Refaites-le avec plus de temps ou d’autres adresses.",
    en: "This plan has no route: there is nothing to walk. Make it again with more time or other addresses.",
  });
}

export function overAlready(day: string, clock: string): Refusal {
  return new Refusal("outing-over", {
    fr: `Cette sortie serait déjà finie : elle commencerait le ${day} à ${clock}. Choisissez un jour à venir, ou ouvrez les liens plus longtemps.`,
    en: `This outing would be over already: it would begin on ${day} at ${clock}. Choose a day to come, or keep the links open longer.`,
  });
}

export function tooFarAhead(day: string): Refusal {
  return new Refusal("outing-too-far", {
    fr: `Le ${day} est dans plus d’un an. Vérifiez l’année.`,
    en: `${day} is more than a year ahead. Check the year.`,
  });
}

export function nothingLeft(): Refusal {
  return new Refusal("nothing-left", {
    fr: "Il ne reste aucune adresse à partager : toutes sont faites ou commencées.",
    en: "No address is left to share out: all are done or begun.",
  });
}

export function planInOuting(names: readonly string[]): Refusal {
  const named = names.slice(0, 3).join(", ") + (names.length > 3 ? "…" : "");
  return new Refusal(
    "plan-in-outing",
    {
      fr: `Ce plan sert à une sortie (${named}) : il ne peut pas être supprimé tant qu’elle est gardée.`,
      en: `An outing is made of this plan (${named}): it cannot be deleted as long as the outing is kept.`,
    },
    409,
  );
}

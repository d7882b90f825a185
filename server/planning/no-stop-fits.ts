import { Refusal } from "../contract/refusal.ts";
import type { Obstacle } from "./obstacle.ts";

/** No stop at all can be served: says what the nearest one would need. */
export function noStopFits(obstacle: Obstacle): Refusal {
  switch (obstacle.code) {
    case "too-long-alone":
      return tooFewMinutes(obstacle.budgetSeconds / 60, Math.ceil(obstacle.neededSeconds / 60));
    case "too-much-climb":
      return tooMuchClimb(Math.floor(obstacle.mostMetres), Math.ceil(obstacle.neededMetres));
    case "steps-only":
      return new Refusal("steps-only", {
        fr: "On n’accède à aucune adresse sans escaliers depuis le départ, et chaque tournée les évite. Choisissez un autre départ, ou laissez une tournée prendre des escaliers.",
        en: "No address can be reached from the start without steps, and every route avoids them. Choose another start, or let a route take steps.",
      });
    case "not-reachable":
      return new Refusal("not-reachable", {
        fr: "Aucune adresse n’est accessible à pied depuis le départ : sa rue est coupée du reste du réseau. Choisissez un autre départ.",
        en: "No address can be reached on foot from the start: its street is cut off from the rest of the network. Choose another start.",
      });
  }
}

function tooFewMinutes(minutes: number, needed: number): Refusal {
  return new Refusal("too-few-minutes", {
    fr: `${minutes} minutes ne suffisent pour aucune adresse : la plus proche en demande ${needed}, marche et portes comprises. Donnez au moins ${needed} minutes.`,
    en: `${minutes} minutes are too few for any address: the nearest needs ${needed}, with the walk and its doors. Give at least ${needed} minutes.`,
  });
}

function tooMuchClimb(metres: number, needed: number): Refusal {
  return new Refusal("too-much-climb", {
    fr: `${metres} m de montée ne suffisent pour aucune adresse : la plus proche en demande ${needed}. Donnez au moins ${needed} m, ou partez de plus haut.`,
    en: `${metres} m of climb are too few for any address: the nearest needs ${needed}. Give at least ${needed} m, or start higher up.`,
  });
}

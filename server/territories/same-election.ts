import { Refusal } from "../contract/refusal.ts";

/** What to say to who compares an election with itself. */
export function sameElection(): Refusal {
  return new Refusal(
    "invalid",
    {
      fr: "Les deux élections sont la même : choisissez-en deux.",
      en: "The two elections are the same: choose two.",
    },
    400,
  );
}

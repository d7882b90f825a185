import type { ReplanRequest } from "../../../server/contract/outing-moves.ts";

/** Who goes on, and for how long, as it is being typed. */
export interface ReplanForm {
  readonly present: ReadonlySet<string>;
  readonly newcomers: string;
  readonly minutes: string;
  readonly minutesByRoute: Readonly<Record<string, string>>;
  readonly movesBegun: boolean;
}

export type ReplanReading =
  | { readonly ok: true; readonly asked: Omit<ReplanRequest, "revision"> }
  | { readonly ok: false; readonly reason: "nobody" | "minutes" | "newcomers" };

export const MINUTES_LIMITS = { low: 5, high: 600, step: 5 } as const;
export const NEWCOMERS_LIMITS = { low: 0, high: 50, step: 1 } as const;

export function readReplanForm(form: ReplanForm): ReplanReading {
  const newcomers = Number(form.newcomers.trim() || "0");
  if (!Number.isInteger(newcomers) || newcomers < 0 || newcomers > NEWCOMERS_LIMITS.high) {
    return { ok: false, reason: "newcomers" };
  }
  if (form.present.size + newcomers === 0) return { ok: false, reason: "nobody" };
  const minutes = readMinutes(form.minutes);
  const byRoute = [...form.present].map((id) => [id, readMinutes(form.minutesByRoute[id] ?? "")] as const);
  if (minutes === "unreadable" || byRoute.some(([, one]) => one === "unreadable"))
    return { ok: false, reason: "minutes" };
  return {
    ok: true,
    asked: {
      present: [...form.present],
      newcomers,
      ...(minutes === null ? {} : { minutes }),
      minutesByRoute: Object.fromEntries(byRoute.flatMap(([id, one]) => (typeof one === "number" ? [[id, one]] : []))),
      movesBegun: form.movesBegun,
    },
  };
}

/** Null when nothing is typed: as planned. */
export function readMinutes(typed: string): number | null | "unreadable" {
  if (typed.trim() === "") return null;
  const minutes = Number(typed.replace(",", "."));
  return minutes >= MINUTES_LIMITS.low && minutes <= MINUTES_LIMITS.high ? minutes : "unreadable";
}

import { Refusal, type Sentence } from "../contract/refusal.ts";

/** locked: somebody else writes for too long. full: the disk. gone: the disk or PostgreSQL does not answer. */
export type StoreFault = "locked" | "full" | "gone";

/** Whether an error is the campaign's store failing for a while. Such a change is not kept in part, and may be tried again. */
export function storeFault(error: unknown): StoreFault | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  for (const [fault, codes] of CODES) if (codes.test(code)) return fault;
  // A missing file has the code of a missing socket: only the latter was to be connected to.
  if (code === "ENOENT" && "syscall" in error && error.syscall === "connect") return "gone";
  return GONE_WORDS.test(error.message) ? "gone" : null;
}

/** What the asker is told, and when to try again. */
export function storeRefusal(fault: StoreFault): Refusal {
  return new Refusal(`store-${fault}`, SENTENCES[fault], fault === "full" ? 507 : 503);
}

/** Of SQLite, of the system, and SQLSTATE of PostgreSQL (its manual, appendix A). */
const CODES: readonly (readonly [StoreFault, RegExp])[] = [
  ["full", /^(SQLITE_FULL|ENOSPC|EDQUOT|53100)$/],
  ["locked", /^(SQLITE_(BUSY|LOCKED)(_\w+)?|55P03|57014)$/],
  [
    "gone",
    /^(SQLITE_(IOERR|READONLY|CANTOPEN)(_\w+)?|08\w{3}|57P0[1-5]|53[23]00|25006|ECONN(REFUSED|RESET)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/,
  ],
];

/** What pg and its pool say without a code. */
const GONE_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

const SENTENCES: Readonly<Record<StoreFault, Sentence>> = {
  locked: {
    fr: "La base de la campagne est occupée. Rien n'est perdu : réessayez dans un instant.",
    en: "The campaign's store is busy. Nothing is lost: try again in a moment.",
  },
  full: {
    fr: "Le disque du serveur est plein : rien n'a été enregistré, et rien n'est perdu. Prévenez l'équipe de campagne, puis réessayez.",
    en: "The server's disk is full: nothing was stored, and nothing is lost. Tell the campaign's team, then try again.",
  },
  gone: {
    fr: "La base de la campagne ne répond pas. Rien n'est perdu : réessayez dans un instant.",
    en: "The campaign's store does not answer. Nothing is lost: try again in a moment.",
  },
};

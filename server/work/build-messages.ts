import type { BuildProgress } from "../contract/build-report.ts";
import type { Outcome } from "./outcome.ts";
import type { BuildOrder, FinishedBuild } from "./task.ts";

/** What a server says to a build process. */
export type BuildMessage = { readonly kind: "order"; readonly order: BuildOrder } | { readonly kind: "stop" };

/** What a build process says to its server; the last one is an outcome or a fault. */
export type BuildReply =
  | { readonly kind: "progress"; readonly progress: BuildProgress }
  | { readonly kind: "outcome"; readonly outcome: Outcome<FinishedBuild> }
  | { readonly kind: "fault"; readonly fault: string };

import { createExchange } from "./exchange-strings.ts";
import { stretchOfLength, stretchOfRun } from "./stretch.ts";

/** Strings of up to three stops of two routes change places, not both single: that is a swap. */
export const CROSS_EXCHANGE = [1, 2, 3].flatMap((length) =>
  [1, 2, 3]
    .filter((otherLength) => length + otherLength > 2)
    .map((otherLength) =>
      createExchange(`cross-exchange ${length}-${otherLength}`, stretchOfLength(length), stretchOfLength(otherLength)),
    ),
);

/** What two routes serve in one go on two sides of streets changes places. */
export const EXCHANGE_RUNS = createExchange("exchange runs", stretchOfRun, stretchOfRun);

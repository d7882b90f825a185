import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { Position } from "../../geodata/geometry/position.ts";
import type { ZoneGround } from "../../server/contract/drawn-zones.ts";
import type { OutlineAnswer, OutlineQuestion } from "./outline-messages.ts";

export interface ZoneOutline {
  readonly zoneId: string;
  readonly outline: NonNullable<OutlineAnswer["outlines"][number]>;
  readonly label: Position;
}

interface Outlines {
  readonly zones: readonly ZoneOutline[];
  /** Ids of the zones that each zone touches. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
}

const NONE: Outlines = { zones: [], neighbours: new Map() };

/** The outlines of the zones, drawn by a thread of their own; while it draws, the last ones stay. */
export function createOutlines(
  ground: Accessor<ZoneGround | null>,
  members: Accessor<ReadonlyMap<string, readonly number[]>>,
  startThread: () => Worker | null = startWorker,
) {
  const [outlines, setOutlines] = createSignal<Outlines>(NONE);
  const thread = startThread();
  onCleanup(() => thread?.terminate());
  let number = 0;
  let asked: readonly string[] = [];
  let isBusy = false;
  let isStale = false;
  let sent: ZoneGround | null = null;

  const ask = () => {
    const known = ground();
    if (known === null || thread === null) return;
    if (isBusy) {
      isStale = true;
      return;
    }
    if (known !== sent) sendGround(thread, known);
    sent = known;
    const zones = new Int16Array(known.addressIds.length).fill(-1);
    asked = [...members().keys()];
    asked.forEach((zoneId, place) => {
      for (const one of members().get(zoneId) ?? []) zones[one] = place;
    });
    isBusy = true;
    number += 1;
    const question: OutlineQuestion = { kind: "zones", number, zones, zoneCount: asked.length };
    thread.postMessage(question, [zones.buffer]);
  };
  const receive = ({ outlines: drawn, labels, neighbours }: OutlineAnswer) => {
    const touching = new Map<string, string[]>(asked.map((zoneId) => [zoneId, []]));
    for (const [one, two] of neighbours) {
      const [first, second] = [asked[one] ?? "", asked[two] ?? ""];
      touching.get(first)?.push(second);
      touching.get(second)?.push(first);
    }
    setOutlines({
      zones: asked.flatMap((zoneId, place) => {
        const outline = drawn[place] ?? null;
        const label = labels[place] ?? null;
        return outline === null || label === null ? [] : [{ zoneId, outline, label }];
      }),
      neighbours: touching,
    });
  };
  thread?.addEventListener("message", (event: MessageEvent<OutlineAnswer>) => {
    isBusy = false;
    if (event.data.number === number) receive(event.data);
    if (isStale) {
      isStale = false;
      ask();
    }
  });
  // The outlines of before stay; the next change asks again.
  thread?.addEventListener("error", () => {
    isBusy = false;
  });
  createEffect(on([ground, members], ask));

  return {
    zones: () => outlines().zones,
    neighboursOf: (zoneId: string): readonly string[] => outlines().neighbours.get(zoneId) ?? [],
  };
}

function sendGround(thread: Worker, ground: ZoneGround): void {
  const question: OutlineQuestion = {
    kind: "ground",
    longitudes: Float64Array.from(ground.longitudes),
    latitudes: Float64Array.from(ground.latitudes),
  };
  thread.postMessage(question, [question.longitudes.buffer, question.latitudes.buffer]);
}

/** Null where there are no threads: everything but the outlines works. */
function startWorker(): Worker | null {
  if (typeof Worker === "undefined") return null;
  return new Worker(new URL("./outline-worker.ts", import.meta.url), { type: "module" });
}

import type { FieldServer } from "./field-server.ts";

export interface MemoryFigures {
  /** Resident, every five seconds. */
  readonly residentMegabytes: readonly number[];
  /** Of the heap, with what may be garbage, every five seconds. */
  readonly heapMegabytes: readonly number[];
  /** Of the heap once garbage was collected, every fifteen seconds. */
  readonly heldMegabytes: readonly number[];
  /** Megabytes a minute over the last four fifths, by least squares: about 0 is flat. Null for less than three samples. */
  readonly slopes: Readonly<Record<"resident" | "heap" | "held", number | null>>;
}

const SAMPLE_MS = 5000;
/** Every so many samples garbage is collected first: it holds the server up. */
const COLLECTS_EVERY = 3;
const WARM_UP_SHARE = 0.2;

type Sample = readonly [minutes: number, megabytes: number];

/** Asks the server for its memory again and again; `onSample` is told each. */
export function watchMemory(server: FieldServer, onSample: (text: string) => void): { end(): MemoryFigures } {
  const [resident, heap, held]: [Sample[], Sample[], Sample[]] = [[], [], []];
  const began = performance.now();
  let turn = 0;
  const timer = setInterval(async () => {
    const collects = turn++ % COLLECTS_EVERY === 0;
    const memory = await server.memory({ collects }).catch(() => null);
    if (memory === null) return;
    const minutes = (performance.now() - began) / 60_000;
    resident.push([minutes, memory.residentMegabytes]);
    heap.push([minutes, memory.heapMegabytes]);
    if (collects) held.push([minutes, memory.heapMegabytes]);
    onSample(`${minutes.toFixed(1)} min: ${memory.residentMegabytes} MB resident, ${memory.heapMegabytes} MB heap`);
  }, SAMPLE_MS);
  const values = (samples: readonly Sample[]) => samples.map(([, megabytes]) => megabytes);
  return {
    end() {
      clearInterval(timer);
      return {
        residentMegabytes: values(resident),
        heapMegabytes: values(heap),
        heldMegabytes: values(held),
        slopes: { resident: slopeOf(resident), heap: slopeOf(heap), held: slopeOf(held) },
      };
    },
  };
}

function slopeOf(samples: readonly Sample[]): number | null {
  const late = samples.slice(Math.ceil(samples.length * WARM_UP_SHARE));
  if (late.length < 3) return null;
  const mean = (place: 0 | 1) => late.reduce((sum, sample) => sum + sample[place], 0) / late.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const above = late.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const below = late.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return Math.round((100 * above) / below) / 100;
}

/**
 * Cuts a stream of GeoJSON bytes into the members of its top-level "features" list, so that a national file, larger
 * than the longest string the engine can hold, is read in the memory of one feature. Each feature is then parsed by
 * JSON.parse; this scanner only counts brackets outside strings. Other top-level members are small and kept whole.
 */

const MAX_FEATURE_BYTES = 64 * 1_048_576;
const MAX_MEMBER_BYTES = 65_536;
const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const COLON = 58;
const EMPTY = Buffer.alloc(0);

export interface FeatureConsumer {
  /** The bytes of one feature; `index` counts from 0. */
  feature(bytes: Buffer, index: number): void;
  /** A member of the list that is larger than 64 MB; its bytes are skipped. */
  tooLarge(index: number): void;
}

export interface FeatureScanner {
  push(chunk: Buffer): void;
  /** Top-level members other than "features", as JSON text ("null" for those over 64 kB). */
  readonly members: ReadonlyMap<string, string>;
  readonly hasFeatures: boolean;
  /** Whether the top-level object has begun and is closed. */
  readonly isComplete: boolean;
  /** Whether the first thing in the file is an object. */
  readonly isObject: boolean;
  readonly featuresSeen: number;
}

export function createFeatureScanner(consumer: FeatureConsumer): FeatureScanner {
  const members = new Map<string, string>();
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let isObject = false;
  let hasBegun = false;
  let isComplete = false;
  let isInFeatures = false;
  let hasFeatures = false;
  let index = 0;
  let key = "";

  // What is being kept: bytes of earlier chunks, and where it begins in this one (-1: nothing is being kept).
  let kept: Buffer[] = [];
  let keptBytes = 0;
  let keptFrom = -1;
  let isTooLarge = false;

  return {
    push,
    members,
    get hasFeatures() {
      return hasFeatures;
    },
    get isComplete() {
      return isComplete;
    },
    get isObject() {
      return isObject;
    },
    get featuresSeen() {
      return index;
    },
  };

  function push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length && !isComplete; at++) {
      if (depth > 2) {
        at = skipNested(chunk, at) - 1;
        continue;
      }
      const byte = chunk[at] ?? 0;
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isInString = false;
        continue;
      }
      if (byte === QUOTE) {
        isInString = true;
        if (depth === 1 && keptFrom === -1) keptFrom = at;
        else if (isInFeatures && depth === 2 && keptFrom === -1) keptFrom = at;
      } else if (byte === 123 || byte === 91) {
        open(byte, at);
      } else if (byte === 125 || byte === 93) {
        close(chunk, at);
      } else if (byte === COLON && depth === 1) {
        key = keyOf(take(chunk, at));
      } else if (byte === COMMA) {
        if (depth === 1) endMember(chunk, at);
        else if (depth === 2 && isInFeatures) endFeature(chunk, at);
      } else if (byte > 32 && keptFrom === -1) {
        if (depth === 0) hasBegun = true;
        else if (depth === 1 || (depth === 2 && isInFeatures)) keptFrom = at;
      }
    }
    keepRest(chunk);
  }

  /**
   * Where the value that began at depth 2 ends, or the end of the chunk: nothing inside it matters but its brackets.
   * Counts in local variables, for nearly every byte of a file passes here.
   */
  function skipNested(chunk: Buffer, from: number): number {
    let at = from;
    let nested = depth;
    let inString = isInString;
    let escaped = isEscaped;
    while (at < chunk.length && nested > 2) {
      const byte = chunk[at++] ?? 0;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inString = false;
      } else if (byte === QUOTE) inString = true;
      else if (byte === 123 || byte === 91) nested++;
      else if (byte === 125 || byte === 93) nested--;
    }
    depth = nested;
    isInString = inString;
    isEscaped = escaped;
    return at;
  }

  function open(byte: number, at: number): void {
    if (depth === 0) {
      isObject = !hasBegun && byte === 123;
      hasBegun = true;
    } else if (depth === 1 && key === "features" && byte === 91) {
      isInFeatures = true;
      hasFeatures = true;
      keptFrom = -1;
    } else if (keptFrom === -1 && (depth === 1 || (depth === 2 && isInFeatures))) {
      keptFrom = at;
    }
    depth++;
  }

  function close(chunk: Buffer, at: number): void {
    if (depth === 2 && isInFeatures) {
      endFeature(chunk, at);
      isInFeatures = false;
      key = "";
    } else if (depth === 1) {
      endMember(chunk, at);
      isComplete = true;
    }
    depth--;
  }

  function endMember(chunk: Buffer, at: number): void {
    const wasTooLarge = isTooLarge;
    const bytes = take(chunk, at);
    const text = wasTooLarge || bytes.length > MAX_MEMBER_BYTES ? "null" : bytes.toString().trim();
    if (key !== "" && text !== "") members.set(key, text);
    key = "";
  }

  function endFeature(chunk: Buffer, at: number): void {
    const wasTooLarge = isTooLarge;
    const bytes = take(chunk, at);
    if (wasTooLarge) consumer.tooLarge(index++);
    else if (bytes.length > 0) consumer.feature(bytes, index++);
  }

  /** What was kept up to `at`, and nothing is being kept any more. */
  function take(chunk: Buffer, at: number): Buffer {
    if (keptFrom === -1) return EMPTY;
    const last = chunk.subarray(keptFrom, at);
    const whole = kept.length === 0 ? last : Buffer.concat([...kept, last]);
    kept = [];
    keptBytes = 0;
    keptFrom = -1;
    isTooLarge = false;
    return whole;
  }

  function keepRest(chunk: Buffer): void {
    if (keptFrom === -1) return;
    keptBytes += chunk.length - keptFrom;
    if (keptBytes > (isInFeatures ? MAX_FEATURE_BYTES : MAX_MEMBER_BYTES)) {
      isTooLarge = true;
      kept = [];
    } else kept.push(chunk.subarray(keptFrom));
    keptFrom = 0;
  }
}

function keyOf(bytes: Buffer): string {
  return bytes.toString().trim().replace(/^"|"$/g, "");
}

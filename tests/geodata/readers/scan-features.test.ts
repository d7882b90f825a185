import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFeatureScanner } from "../../../geodata/readers/scan-features.ts";

function scan(text: string, chunkBytes: number) {
  const bytes = Buffer.from(text);
  const features: unknown[] = [];
  const scanner = createFeatureScanner({
    feature: (feature) => features.push(JSON.parse(feature.toString())),
    tooLarge: () => features.push("too large"),
  });
  for (let at = 0; at < bytes.length; at += chunkBytes) scanner.push(bytes.subarray(at, at + chunkBytes));
  return { features, scanner };
}

describe("scanning the features of a collection", () => {
  it("finds what JSON.parse finds, however it is printed and cut into chunks", () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const collection = fc.record({ name: fc.string(), features: fc.array(value, { maxLength: 5 }), crs: value });
    fc.assert(
      fc.property(collection, fc.integer({ min: 1, max: 20 }), fc.constantFrom(0, 2), (written, chunkBytes, indent) => {
        const text = JSON.stringify(written, null, indent);

        const { features, scanner } = scan(text, chunkBytes);

        const expected = JSON.parse(text);
        expect(features).toEqual(expected.features);
        expect(scanner.isComplete).toBe(true);
        expect(JSON.parse(scanner.members.get("name") ?? "")).toEqual(expected.name);
        expect(JSON.parse(scanner.members.get("crs") ?? "")).toEqual(expected.crs);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it("is not complete when the file ends in the middle", () => {
    const { features, scanner } = scan('{"type":"FeatureCollection","features":[{"a":1},{"b":', 4);

    expect(features).toEqual([{ a: 1 }]);
    expect(scanner.isComplete).toBe(false);
    expect(scanner.hasFeatures).toBe(true);
  });

  it("takes a list of features nested elsewhere for nothing", () => {
    const { features, scanner } = scan('{"metadata":{"features":[{"a":1}]},"objects":[{"features":[2]}]}', 7);

    expect(features).toEqual([]);
    expect(scanner.hasFeatures).toBe(false);
    expect(scanner.isComplete).toBe(true);
  });

  it("skips a feature larger than 64 MB without holding it", () => {
    const features: number[] = [];
    const skipped: number[] = [];
    const scanner = createFeatureScanner({
      feature: (_, index) => features.push(index),
      tooLarge: (index) => skipped.push(index),
    });
    const piece = Buffer.alloc(1 << 20, "x");

    scanner.push(Buffer.from('{"features":[{"a":1},{"name":"'));
    for (let count = 0; count < 70; count++) scanner.push(piece);
    scanner.push(Buffer.from('"},{"c":3}]}'));

    expect(features).toEqual([0, 2]);
    expect(skipped).toEqual([1]);
    expect(scanner.isComplete).toBe(true);
  });
});

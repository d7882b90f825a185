import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type OsmOptions, readOsm } from "../../../geodata/readers/osm-reader.ts";
import { Cancelled, UnusableFile } from "../../../geodata/readers/source-rows.ts";
import { englishExample } from "../../fixtures/english-examples.ts";
import { blob, osmPbf } from "../../fixtures/osm-pbf-writer.ts";
import { type OsmSketch, osmXml, type SketchedNode } from "../../fixtures/osm-sketch.ts";

const folder = mkdtempSync(join(tmpdir(), "arpent-osm-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function written(bytes: Uint8Array | string, name = "town.osm"): string {
  const path = join(folder, `${files++}-${name}`);
  writeFileSync(path, bytes);
  return path;
}

async function read(sketch: OsmSketch, options?: OsmOptions) {
  return readOsm(written(osmXml(sketch)), options);
}

/** Nodes on a grid of 0.001 degree: node 10 × row + column. */
function gridNodes(): SketchedNode[] {
  return Array.from({ length: 100 }, (_, id) => ({
    id: id + 1,
    at: [2 + (id % 10) / 1000, 48 + Math.floor(id / 10) / 1000] as const,
  }));
}
const at = (column: number, row: number) => row * 10 + column + 1;

/** A street, an address, a house, and a park with a pond left out. */
const TOWN: OsmSketch = {
  nodes: [
    ...gridNodes(),
    { id: 5_000_000_001, at: [2.0005, 48.0005], tags: { "addr:housenumber": "12 bis", "addr:street": "Rue de l’Été" } },
    { id: 5_000_000_002, at: [2.0006, 48.0005], tags: { amenity: "bench" } },
  ],
  ways: [
    {
      id: 7,
      nodes: [at(0, 0), at(1, 0), at(2, 0)],
      tags: { highway: "residential", name: "Rue de l’Été", source: "me" },
    },
    { id: 8, nodes: [at(3, 0), at(4, 0), at(4, 1), at(3, 1), at(3, 0)], tags: { building: "yes" } },
    { id: 20, nodes: [at(0, 4), at(4, 4), at(4, 8)] },
    { id: 21, nodes: [at(0, 4), at(0, 8), at(4, 8)] },
    { id: 22, nodes: [at(1, 5), at(2, 5), at(2, 6), at(1, 5)] },
    { id: 23, nodes: [at(8, 8), at(9, 8)], tags: { power: "line" } },
  ],
  relations: [
    {
      id: 3,
      members: [
        [20, "outer"],
        [22, "inner"],
        [21, "outer"],
      ],
      tags: { type: "multipolygon", leisure: "park", name: "Parc" },
    },
    { id: 4, members: [[7, "street"]], tags: { type: "associatedStreet" } },
  ],
};

const ENCODINGS: readonly (readonly [string, (sketch: OsmSketch) => Uint8Array | string])[] = [
  ["XML", osmXml],
  ["XML in gzip", (sketch) => gzipSync(osmXml(sketch))],
  ["PBF", (sketch) => osmPbf(sketch)],
  ["PBF with plain nodes and raw blobs", (sketch) => osmPbf(sketch, { plainNodes: true, raw: true })],
  ["PBF of many small blocks, coarse", (sketch) => osmPbf(sketch, { blockSize: 7, granularity: 1000 })],
  ["PBF in gzip", (sketch) => gzipSync(osmPbf(sketch))],
];

describe.each(ENCODINGS)("an extract in %s", (_, encode) => {
  it("gives ways, points and areas, and counts them", async () => {
    const extract = await readOsm(written(encode(TOWN)));

    expect(extract).toMatchObject({ read: 4, accepted: 4, rejected: 0, outside: 0 });
    expect(extract.ways.map(({ id, tags }) => [id, tags])).toEqual([
      [7, { highway: "residential", name: "Rue de l’Été" }],
      [8, { building: "yes" }],
    ]);
    expect(extract.ways[0]?.nodeIds).toEqual([1, 2, 3]);
    expect(extract.ways[0]?.positions).toEqual([
      [2, 48],
      [2.001, 48],
      [2.002, 48],
    ]);
    expect(extract.points).toEqual([
      {
        id: 5_000_000_001,
        tags: { "addr:housenumber": "12 bis", "addr:street": "Rue de l’Été" },
        position: [2.0005, 48.0005],
      },
    ]);
    expect(extract.areas.map(({ id, kind }) => [kind, id])).toEqual([
      ["relation", 3],
      ["way", 8],
    ]);
    expect(extract.box).toEqual([2, 48, 2.004, 48.001]);
  });

  it("joins the ring of the park and leaves its pond out", async () => {
    const extract = await readOsm(written(encode(TOWN)));

    expect(extract.areas[0]?.geometry).toEqual({
      type: "Polygon",
      coordinates: [
        expect.arrayContaining([
          [2, 48.004],
          [2.004, 48.004],
          [2.004, 48.008],
          [2, 48.008],
        ]),
        expect.arrayContaining([
          [2.001, 48.005],
          [2.002, 48.005],
          [2.002, 48.006],
        ]),
      ],
    });
  });
});

describe("any sketch", () => {
  const id = fc.integer({ min: 1, max: 30 });
  const sketch = fc.record({
    nodes: fc.uniqueArray(
      fc.record({
        id,
        at: fc
          .tuple(fc.integer({ min: -1_800_000, max: 1_800_000 }), fc.integer({ min: -900_000, max: 900_000 }))
          .map(([x, y]) => [x / 10_000, y / 10_000] as const),
        tags: fc.constantFrom({}, { barrier: "gate" }, { shop: "bakery" }, { place: "village", name: "Œ & <co>" }),
      }),
      { selector: (node) => node.id, maxLength: 25 },
    ),
    ways: fc.uniqueArray(
      fc.record({
        id,
        nodes: fc.array(id, { maxLength: 6 }),
        tags: fc.constantFrom({}, { highway: "steps" }, { landuse: "grass" }, { shop: "x" }),
      }),
      { selector: (way) => way.id, maxLength: 10 },
    ),
    relations: fc.uniqueArray(
      fc.record({
        id,
        members: fc.array(fc.tuple(id, fc.constantFrom("outer", "inner", "")), { maxLength: 5 }),
        tags: fc.constantFrom({ type: "multipolygon" }, { type: "multipolygon", natural: "water" }, { type: "route" }),
      }),
      { selector: (relation) => relation.id, maxLength: 4 },
    ),
  });
  const box = fc.option(fc.constant([-60, -30, 60, 30] as const), { nil: undefined });

  it("reads the same from XML and PBF, with every element accounted for", async () => {
    await fc.assert(
      fc.asyncProperty(sketch, box, async (elements, around) => {
        const [xml, pbf] = await Promise.all([
          readOsm(written(osmXml(elements)), { box: around }),
          readOsm(written(osmPbf(elements, { blockSize: 3 })), { box: around }),
        ]);

        expect(pbf.accepted + pbf.rejected + pbf.outside).toBe(pbf.read);
        for (const key of ["read", "accepted", "rejected", "outside", "points", "box"] as const) {
          expect(pbf[key]).toEqual(xml[key]);
        }
        const shape = (extract: typeof xml) => ({
          ways: extract.ways.map(({ id, tags, nodeIds, positions }) => ({ id, tags, nodeIds, positions })),
          areas: extract.areas.map(({ id, kind, tags, geometry }) => ({ id, kind, tags, geometry })),
        });
        expect(shape(pbf)).toEqual(shape(xml));
      }),
      { numRuns: 60 },
    );
  });
});

describe("what is broken inside a good file", () => {
  it("leaves out positions outside the world, with the nodes' ids", async () => {
    const extract = await read({
      ...TOWN,
      nodes: [...gridNodes().slice(1), { id: 1, at: [200, 48] }],
    });

    expect(extract.rejects).toMatchObject([{ reason: "position-outside-world", count: 1 }]);
    expect(englishExample(extract.rejects[0])).toMatch(/node 1 at longitude 200, latitude 48, expected -180 to 180/);
    expect(extract.ways[0]?.nodeIds).toEqual([2, 3]);
    expect(extract.notes).toMatchObject([{ reason: "missing-nodes", count: 1 }]);
  });

  it("rejects ways with fewer than two nodes and elements that come twice", async () => {
    const street = { id: 7, nodes: [1, 2], tags: { highway: "path" } };
    const extract = await read({
      nodes: [
        ...gridNodes(),
        { id: 200, at: [2, 48], tags: { barrier: "gate" } },
        { id: 200, at: [3, 48], tags: { barrier: "gate" } },
      ],
      ways: [
        street,
        street,
        { id: 9, nodes: [1], tags: { highway: "path" } },
        { id: 10, nodes: [], tags: { highway: "path" } },
      ],
    });

    expect(extract).toMatchObject({ read: 6, accepted: 2, rejected: 4 });
    expect(extract.rejects.map(({ reason, count }) => [reason, count])).toEqual([
      ["repeated-id", 2],
      ["too-few-nodes", 2],
    ]);
    expect(extract.points).toHaveLength(1);
  });

  it("does not draw a line over nodes that the file lacks: the way goes on as another stretch", async () => {
    const extract = await read({
      nodes: gridNodes(),
      ways: [{ id: 7, nodes: [1, 2, 900, 3, 4, 901, 5], tags: { highway: "residential" } }],
    });

    expect(extract.ways.map(({ id, nodeIds }) => [id, nodeIds])).toEqual([
      [7, [1, 2]],
      [7, [3, 4]],
    ]);
    expect(extract.accepted).toBe(1);
    expect(englishExample(extract.notes[0])).toContain("way 7 lacks 2 of its 7 nodes");
  });

  it("rejects relations whose border is open, incomplete or absent, with their ids", async () => {
    const water = { type: "multipolygon", natural: "water" };
    const extract = await read({
      nodes: gridNodes(),
      ways: [{ id: 1, nodes: [at(0, 0), at(5, 0), at(5, 5)] }],
      relations: [
        { id: 31, members: [[1, "outer"]], tags: water },
        {
          id: 32,
          members: [
            [1, "outer"],
            [99, "outer"],
          ],
          tags: water,
        },
        { id: 33, members: [], tags: water },
        { id: 34, members: [[1, "outer"]], tags: { type: "multipolygon" } },
      ],
    });

    expect(extract.areas).toEqual([]);
    expect(extract.rejects.map((reject) => [reject.reason, englishExample(reject).replace(/^.*osm, /, "")])).toEqual([
      ["unclosed-ring", expect.stringMatching(/^relation 31: its border is open: way 1 ends at node (1|56)/)],
      ["incomplete-relation", "relation 32: 1 of its 2 ways are not whole in the file"],
      ["no-outer-ring", "relation 33: has no ways, expected at least one"],
      ["no-area-tag", "relation 34 does not say what it is, nor do its ways"],
    ]);
  });

  it("takes the closed part of a multipolygon and notes the rest, but never part of a border", async () => {
    const parts: OsmSketch = {
      nodes: gridNodes(),
      ways: [
        { id: 1, nodes: [at(0, 0), at(5, 0), at(5, 5), at(0, 0)] },
        { id: 2, nodes: [at(6, 6), at(7, 6)] },
      ],
    };
    const members = [
      [1, "outer"],
      [2, "outer"],
    ] as const;

    const wood = await read({
      ...parts,
      relations: [{ id: 31, members, tags: { type: "multipolygon", natural: "wood" } }],
    });
    const commune = await read({
      ...parts,
      relations: [{ id: 31, members, tags: { type: "boundary", boundary: "administrative" } }],
    });

    expect(wood.areas).toHaveLength(1);
    expect(wood.notes).toMatchObject([{ reason: "incomplete-relation", count: 1 }]);
    expect(commune.areas).toHaveLength(0);
    expect(commune.rejects).toMatchObject([{ reason: "unclosed-ring", count: 1 }]);
  });

  it("takes the tags of an old multipolygon from its outer way, which is no area of its own then", async () => {
    const extract = await read({
      nodes: gridNodes(),
      ways: [
        { id: 1, nodes: [at(0, 0), at(5, 0), at(5, 5), at(0, 5), at(0, 0)], tags: { building: "yes" } },
        { id: 2, nodes: [at(1, 1), at(2, 1), at(2, 2), at(1, 1)] },
      ],
      relations: [
        {
          id: 31,
          members: [
            [1, "outer"],
            [2, "inner"],
          ],
          tags: { type: "multipolygon" },
        },
      ],
    });

    expect(extract.areas.map(({ id, tags }) => [id, tags])).toEqual([[31, { building: "yes" }]]);
    expect(extract.areas[0]?.geometry.coordinates).toHaveLength(2);
  });

  it("does not read lines that come back to where they began as areas", async () => {
    const ring = [at(0, 0), at(5, 0), at(5, 5), at(0, 0)];
    const extract = await read({
      nodes: gridNodes(),
      ways: [
        { id: 1, nodes: ring, tags: { highway: "residential" } },
        { id: 2, nodes: ring, tags: { natural: "coastline" } },
        { id: 3, nodes: ring, tags: { natural: "wood", area: "no" } },
        { id: 4, nodes: ring, tags: { highway: "pedestrian", area: "yes" } },
      ],
    });

    expect(extract.areas.map(({ id }) => id)).toEqual([4]);
    expect(extract.ways).toHaveLength(4);
  });

  it("counts deleted elements and ids that are no numbers", async () => {
    const text = osmXml(TOWN)
      .replace('<way id="7">', '<way id="seven">')
      .replace('<way id="8">', '<way id="8" visible="false">');

    const extract = await readOsm(written(text));

    expect(extract.rejects.map(({ reason }) => reason).sort()).toEqual(["deleted", "no-id"]);
    expect(englishExample(extract.rejects.find(({ reason }) => reason === "no-id"))).toMatch(
      /line \d+: way id="seven", expected a whole number/,
    );
    const pbf = await readOsm(written(osmPbf(TOWN, { deletedNodes: new Set([1]) })));
    expect(pbf.rejects).toMatchObject([{ reason: "deleted", count: 1 }]);
  });

  it("rejects an element with an endless tag, and reads on", async () => {
    const text = osmXml(TOWN).replace('v="residential"', `v="${"r".repeat(100_000)}"`);

    const extract = await readOsm(written(text));

    expect(extract.rejects).toMatchObject([{ reason: "tag-too-long", count: 1 }]);
    expect(extract.ways.map(({ id }) => id)).toEqual([8]);
  });
});

describe("a box", () => {
  it("keeps what meets it, whole, and counts the rest as outside", async () => {
    const extract = await read(TOWN, { box: [2.0025, 47.9, 2.0035, 48.002] });

    expect(extract).toMatchObject({ read: 4, accepted: 1, outside: 3 });
    expect(extract.ways.map(({ id }) => id)).toEqual([8]);
    expect(extract.ways[0]?.positions).toHaveLength(5);
  });

  it("keeps an area that surrounds it", async () => {
    const extract = await read(TOWN, { box: [2.0028, 48.0045, 2.0029, 48.0046] });

    expect(extract.areas.map(({ id }) => id)).toEqual([3]);
  });
});

describe("a file that cannot be used", () => {
  const PBF = osmPbf(TOWN);
  const flipped = Buffer.from(PBF);
  flipped.writeUInt8(flipped.readUInt8(PBF.length - 30) ^ 0xff, PBF.length - 30);
  const xml = osmXml(TOWN);

  it.each([
    ["a cut PBF", PBF.subarray(0, PBF.length - 10), /ends inside blob 3 \(byte \d+\): the download is incomplete/],
    ["a PBF cut in a length", Buffer.concat([PBF, Buffer.from([0, 0])]), /ends inside blob 4/],
    ["a PBF with a damaged blob", flipped, /is damaged at blob 3 \(byte \d+\)/],
    ["a PBF with garbage after its end", Buffer.concat([PBF, Buffer.alloc(99, 0xff)]), /blob 4 .* impossible length/],
    [
      "a block that is no block",
      Buffer.concat([PBF, blob("OSMData", Buffer.from([0x12, 0x7f, 1]), true)]),
      /is damaged at blob 4/,
    ],
    ["a history file", osmPbf(TOWN, { requiredFeatures: ["HistoricalInformation"] }), /history file/],
    ["a PBF of the future", osmPbf(TOWN, { requiredFeatures: ["Teleport"] }), /requires "Teleport"/],
    ["cut XML", xml.slice(0, xml.length - 30), /is not well-formed XML, line \d+/],
    ["crossed tags", xml.replace("</way>", "</node>"), /is not well-formed XML, line \d+/],
    ["changes", "<?xml version='1.0'?><osmChange></osmChange>", /begins with <osmChange>, expected <osm>/],
    ["Latin-1", xml.replace("UTF-8", "ISO-8859-1"), /written in ISO-8859-1, expected UTF-8/],
    ["a text", "id;lon;lat\n1;2;48\n", /no OpenStreetMap file: expected \.osm\.pbf or \.osm/],
    ["another format", "<?xml version='1.0'?><gpx></gpx>", /begins with <gpx>, expected <osm>/],
    [
      "one endless line",
      `<?xml version="1.0"?><osm>${" ".repeat(10_000_000)}</osm>`,
      /holds on line 1 more than 4000000 characters/,
    ],
  ])("says what is wrong with %s", async (_, bytes, sentence) => {
    const path = written(bytes);

    const failure = await readOsm(path).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(UnusableFile);
    expect(String(failure)).toMatch(sentence);
    expect(String(failure)).toContain(path);
  });

  it("never takes a damaged PBF for a whole one", async () => {
    const whole = await readOsm(written(PBF));
    const damage = fc.tuple(fc.nat({ max: PBF.length - 1 }), fc.integer({ min: 1, max: 255 }));

    await fc.assert(
      fc.asyncProperty(damage, async ([place, bits]) => {
        const bytes = Buffer.from(PBF);
        bytes.writeUInt8(bytes.readUInt8(place) ^ bits, place);
        const outcome = await readOsm(written(bytes)).catch((error: unknown) => error);
        // What the checksums do not cover are a few bytes of frames that say nothing of the content.
        if (outcome instanceof UnusableFile || (isExtract(outcome) && outcome.rejected > 0)) return;
        expect(outcome).toMatchObject({ read: whole.read, accepted: whole.accepted });
      }),
      { numRuns: 150, examples: [[[449, 16]]] },
    );
  });
});

function isExtract(outcome: unknown): outcome is { readonly rejected: number } {
  return typeof outcome === "object" && outcome !== null && "rejected" in outcome;
}

describe("while it reads", () => {
  it("tells its progress up to the size of the file", async () => {
    const path = written(osmPbf(TOWN));
    const seen: number[] = [];
    let size = 0;

    await readOsm(path, {
      onProgress: (bytes, total) => {
        seen.push(bytes);
        size = total;
      },
    });

    expect(seen.at(-1)).toBe(size);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it.each([
    ["PBF", osmPbf(TOWN)],
    ["XML", osmXml(TOWN)],
  ])("stops when it is cancelled (%s)", async (_, bytes) => {
    const controller = new AbortController();

    const reading = readOsm(written(bytes), { signal: controller.signal, onProgress: () => controller.abort() });

    await expect(reading).rejects.toBeInstanceOf(Cancelled);
  });
});

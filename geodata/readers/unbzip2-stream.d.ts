declare module "unbzip2-stream" {
  /** Decompressor in the manner of the first Node streams: `write` and `end` emit their results before they return. */
  interface Unbzip2 {
    write(chunk: Uint8Array): boolean;
    end(): void;
    on(event: "data", listener: (chunk: Buffer) => void): this;
    on(event: "error", listener: (error: Error) => void): this;
  }
  export default function createUnbzip2(): Unbzip2;
}

/** One fault of a request, as the schema library reports it. */
export interface RequestFault {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly type?: unknown;
  readonly expected?: unknown;
  readonly received?: unknown;
}

/** A request that does not have the shape its schema asks for. Becomes a 400 that lists every fault with its path. */
export class InvalidRequest extends Error {
  override readonly name = "InvalidRequest";
  readonly faults: readonly RequestFault[];
  constructor(faults: readonly RequestFault[]) {
    super("the request does not have the expected shape");
    this.faults = faults;
  }
}

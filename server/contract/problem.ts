/** Every error of the HTTP interface has this shape, in the language the client asked for. */
export interface Problem {
  readonly error: {
    /** Machine word, kebab-case. */
    readonly code: string;
    /** A sentence that says what is wrong, with the value, and what to do. */
    readonly message: string;
    readonly details?: readonly { readonly path: string; readonly message: string }[];
  };
}

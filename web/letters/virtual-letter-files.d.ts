declare module "virtual:letter-files" {
  /** Addresses of letters, by the name of their font and the first code point of 256. */
  const addresses: Readonly<Record<string, Readonly<Record<number, string>>>>;
  export default addresses;
}

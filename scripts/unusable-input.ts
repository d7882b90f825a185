import { UnusableFile } from "../geodata/readers/source-rows.ts";

/** A file that only the command line reads cannot be used: it is said in English, as the command line says everything. */
export class UnusableInput extends UnusableFile {
  constructor(file: string, sentence: string) {
    super(file, { fr: sentence, en: sentence });
  }
}

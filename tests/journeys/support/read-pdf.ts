import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Words of a PDF, line by line in the order they were written. Throws without pdftotext. */
export async function readPdf(path: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"], {
      maxBuffer: 50_000_000,
    });
    return stdout.replaceAll("\f", "\n");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new Error('Reading sheets back needs pdftotext. Install it: "sudo apt-get install poppler-utils".');
    }
    throw error;
  }
}

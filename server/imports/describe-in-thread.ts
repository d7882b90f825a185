import { describeFile } from "../../geodata/readers/describe-file.ts";
import type { FileDescription } from "../contract/file-description.ts";
import type { DescribeTask } from "../work/task.ts";

/** Recognises a file in a worker thread. Throws UnusableFile. */
export function describeInThread({ path, said }: DescribeTask): Promise<FileDescription> {
  return describeFile(path, {
    role: said.role ?? undefined,
    electionId: said.electionId ?? undefined,
    columns: said.columns ?? undefined,
  });
}

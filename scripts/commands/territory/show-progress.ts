import type { BuildProgress } from "../../../geodata/territory/build-options.ts";
import type { Terminal } from "../../command.ts";

/** "osm 23 %, 4.2 MB/s, 12 s left" */
export function showProgress(terminal: Terminal, progress: BuildProgress): void {
  const { stage, share, megabytesPerSecond, remainingSeconds } = progress;
  const rate = megabytesPerSecond === null ? "" : `, ${megabytesPerSecond.toFixed(1)} MB/s`;
  const left = remainingSeconds === null ? "" : `, ${Math.ceil(remainingSeconds)} s left`;
  terminal.progress(`${stage} ${Math.floor(share * 100)} %${rate}${left}`);
}

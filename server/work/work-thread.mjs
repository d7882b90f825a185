// Worker threads do not inherit the loader that reads TypeScript, so their entry is plain JavaScript that brings it in.
import { register } from "tsx/esm/api";

register();
const { runTask } = await import(new URL("./run-task.ts", import.meta.url).href);

export { runTask };
export default runTask;

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { renderSheets } from "../../server/sheets/render-sheets.ts";
import { SHEET_FORMATS, sheetFileName } from "../../server/sheets/sheet-format.ts";
import { type Command, EXIT } from "../command.ts";
import { readOptions } from "../command-options.ts";
import { openNamedTerritory } from "../open-named-territory.ts";
import { readPlan } from "../plan-file.ts";

export const sheet: Command = {
  name: "sheet",
  help: `usage: arpent sheet --plan FILE --format pdf|gpx|csv|geojson --out DIR [--lang fr|en] [--json]

Writes one file per route and one with all of them into DIR, which is made when missing.

  --plan FILE     plan JSON written by: arpent plan … --json > plan.json
  --format NAME   pdf (to print, A4), gpx (GPX 1.1, for phones and watches), csv (spreadsheets), geojson (GIS)
  --out DIR       folder for the files
  --lang LANG     fr (default: the language of the plan) or en
  --json          list the files written, on stdout`,

  async run(args, terminal) {
    const options = readOptions(args, { flags: ["json"], values: ["plan", "format", "out", "lang"] });
    const plan = await readPlan(options.requiredText("plan", "plan.json"));
    const format = options.oneOf("format", SHEET_FORMATS) ?? "pdf";
    const language = options.oneOf("lang", ["fr", "en"]) ?? plan.request.language;
    const folder = options.requiredText("out", "sheets");
    if (plan.routes.length === 0) {
      terminal.say("This plan has no route: nothing to print.");
      return EXIT.nothingFound;
    }
    const territory = openNamedTerritory(plan.territory.name);
    try {
      if (territory.summary.version !== plan.territory.version) {
        terminal.say(
          `The plan was made on version ${plan.territory.version} of "${plan.territory.name}", which is now ` +
            `${territory.summary.version}: the map behind the routes may differ.`,
        );
      }
      await mkdir(folder, { recursive: true });
      const files: string[] = [];
      for (const routeId of [null, ...plan.routes.map(({ id }) => id)]) {
        terminal.signal.throwIfAborted();
        const path = join(folder, sheetFileName(routeId, format, language));
        const request = { plan, territory, format, language, routeId, routeUrl: () => null };
        await writeFile(path, await renderSheets(request));
        files.push(path);
        terminal.progress(`${files.length} of ${plan.routes.length + 1} files`);
      }
      terminal.say(`${files.length} files in ${folder}`);
      if (options.flag("json")) terminal.out(JSON.stringify({ files }, null, 1));
      return EXIT.done;
    } finally {
      territory.close();
    }
  },
};

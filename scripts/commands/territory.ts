import { type Command, type ExitCode, UsageError } from "../command.ts";
import { nearestWords } from "../nearest-words.ts";
import { buildFromFiles } from "./territory/build-from-files.ts";
import { checkTerritory } from "./territory/check-territory.ts";
import { listAllTerritories } from "./territory/list-territories.ts";
import { makeDemo } from "./territory/make-demo.ts";
import { recogniseFiles } from "./territory/recognise-files.ts";
import { removeNamedTerritory } from "./territory/remove-territory.ts";
import { renameTerritory } from "./territory/rename-territory.ts";

const HELP = `npm run arpent -- territory build --name NAME [--osm FILE…] [options]
npm run arpent -- territory list
npm run arpent -- territory check NAME
npm run arpent -- territory recognise FILE…
npm run arpent -- territory rename NAME --title TEXT
npm run arpent -- territory remove NAME
npm run arpent -- territory demo [--seed 1] [--name demo]

build   reads public files and puts a territory in the folder of territories ($ARPENT_HOME/territories,
        else .arpent/territories). A failure or Ctrl-C leaves the territory of that name as it was.
  --name NAME           lower-case letters, digits, hyphens
  --title TEXT          what people read; made from the name otherwise
  --osm FILE…           OpenStreetMap: .osm.pbf, .osm, .osm.gz, .osm.bz2. Without it, and with --stations, the territory
                        can be looked at, compared and scored, but nobody can walk it.
  --stations FILE…      contours of polling stations (GeoJSON), of one vintage or several: FILE@2017. Without @, the
                        year in the file's name counts. The newest are today's stations. Outlines of communes
                        (code_insee) may be given instead, or a table of stations as points of EPSG:3035
                        (eu2024_lg2024_bv.tsv.gz), which is then given as --results too.
  --results FILE…       results: data.gouv.fr (general and candidates), or a file of the Ministry. Each round joins
                        the newest contours not after it; FILE@2017 forces a vintage, FILE@2024_legi_t1 says which
                        round a file of the Ministry holds.
  --addresses FILE…     BAN, or the electoral roll's addresses (REU). Without it, OpenStreetMap's.
  --census FILE…        Insee tables by IRIS (Filosofi, dwellings…)
  --census-areas FILE…  IRIS contours (GeoJSON)
  --elevation FILE…     SRTM .hgt or .hgt.zip, GeoTIFF, ESRI ASCII grid
  --commune CODE…       only these communes; also the commune of contours that name none
  --bbox W,S,E,N        only stations whose middle lies in this box
  --station-property NAME, --commune-property NAME, --name-property NAME
                        which properties of the contours hold what, for GeoJSON of another layout
  --map FILE:field=column…
                        the same for one file, of any role but streets and heights: "territory recognise FILE" says
                        which fields there are and which columns most likely hold them
list    the territories there are
check   what an organizer should know of a territory before anyone walks
recognise
        what each file is by its content, its records, years and rounds
rename  another title for a territory; its name, its plans and its version stay
remove  takes a territory away; plans and choices of candidates that were made on it stay in the campaign
demo    makes an invented hilly town from a seed, through the same files and the same readers

  --json  the result on stdout; words and progress go to stderr
Exit codes: 0 done, 1 a fault of the program, 2 bad input, 3 nothing found, 130 cancelled.`;

const ACTIONS = {
  build: buildFromFiles,
  list: listAllTerritories,
  check: checkTerritory,
  recognise: recogniseFiles,
  rename: renameTerritory,
  remove: removeNamedTerritory,
  demo: makeDemo,
};

export const territory: Command = {
  name: "territory",
  help: HELP,
  async run(args, terminal): Promise<ExitCode> {
    const [action = "", ...rest] = args;
    const run = isAction(action) ? ACTIONS[action] : undefined;
    if (run !== undefined) return run(rest, terminal);
    const known = Object.keys(ACTIONS);
    const near = nearestWords(action, known);
    const hint = near.length > 0 ? ` Did you mean "${near[0]}"?` : "";
    throw new UsageError(`"${action}" is not something to do with a territory: expected ${known.join(", ")}.${hint}`);
  },
};

function isAction(word: string): word is keyof typeof ACTIONS {
  return Object.hasOwn(ACTIONS, word);
}

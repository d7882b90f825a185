import { foldName } from "../../../geodata/geometry/fold-name.ts";
import type { Findable } from "../../workspace/find-things.ts";
import { TABS } from "../../workspace/workspace-state.ts";
import type { FindingScreen } from "./finding-screen.ts";

type Words = FindingScreen["words"];
type CommandName = Parameters<typeof simpleName>[1];

/** Everything that the workspace can be told to do, with the keys that do the same. Colours of the map stand apart. */
export function listCommands(screen: FindingScreen): readonly Findable[] {
  const { workspace, words, theme, actions } = screen;
  const { t, language, setLanguage } = words;
  const one = (name: CommandName, run: () => void, more: Partial<Findable> = {}): Findable =>
    command(words, name, simpleName(words, name), run, more);
  const onMap = (...commands: readonly Findable[]) => (workspace.isMapless() ? [] : commands);
  const control = t("help.key.control");
  return [
    ...TABS.map((tab, place) => {
      const goTo = () => workspace.move({ type: "tab-chosen", tab });
      const label = t("search.command.goTo", t(`tabs.${tab}`));
      return command(words, "goTo", label, goTo, {
        id: `goTo-${tab}`,
        keys: [String(place + 1)],
        isOffered: true,
      });
    }),
    one("plan", startPlan(screen), { isOffered: true }),
    ...onMap(
      one("draw", () => workspace.setTool("draw"), { keys: ["D"], isOffered: true }),
      one("pick", () => workspace.setTool("pick")),
      one("look", () => workspace.setTool("look")),
    ),
    ...(workspace.area().kind === "none"
      ? []
      : [one("clearArea", () => workspace.changeArea({ kind: "none" }), { isOffered: true })]),
    one("best", () => workspace.changeArea({ kind: "best" })),
    one("compare", openComparison(screen), { isOffered: true }),
    one("copyLink", actions.copyLink, { isOffered: true }),
    ...onMap(one("print", actions.printMap, { isOffered: true }), one("fit", actions.fitTerritory)),
    ...(workspace.canUndo() ? [one("undo", workspace.undo, { keys: [`${control} Z`], isOffered: true })] : []),
    ...(workspace.canRedo() ? [one("redo", workspace.redo, { keys: [`${control} Y`], isOffered: true })] : []),
    language() === "fr" ? one("english", () => setLanguage("en")) : one("french", () => setLanguage("fr")),
    ...(["light", "dark", "auto"] as const)
      .filter((choice) => choice !== theme.choice())
      .map((choice) => one(choice, () => theme.setChoice(choice))),
    one("help", actions.openHelp, { keys: ["?"], isOffered: true }),
    ...listScreens(screen),
    one("home", () => actions.goTo("/")),
  ];
}

/** Other screens that this person may open. */
function listScreens({ workspace, words, allowed, actions }: FindingScreen): readonly Findable[] {
  const { t } = words;
  const { seesPlans, directs } = allowed();
  const territory = `/t/${encodeURIComponent(workspace.territoryName())}`;
  const to = (id: string, label: string, address: string): Findable =>
    command(words, "goTo", t("search.command.goTo", label), () => actions.goTo(address), { id: `goTo-${id}` });
  return [
    to("outings", t("outings.title"), `${territory}/sorties`),
    ...(seesPlans ? [to("done", t("progress.coverage.title"), `${territory}/deja-fait`)] : []),
    ...(directs
      ? [to("team", t("people.team.title"), "/equipe"), to("contacts", t("contacts.menu"), "/contacts")]
      : []),
  ];
}

function simpleName(
  { t }: Words,
  name:
    | "plan"
    | "look"
    | "pick"
    | "draw"
    | "clearArea"
    | "best"
    | "compare"
    | "fit"
    | "undo"
    | "redo"
    | "copyLink"
    | "print"
    | "english"
    | "french"
    | "light"
    | "dark"
    | "auto"
    | "help"
    | "home",
): string {
  return t(`search.command.${name}`);
}

/** A command found by its label and by what else people call it. */
export function command(
  { t }: Words,
  name: CommandName | "goTo" | "colour",
  label: string,
  run: () => void,
  more: Partial<Findable> = {},
): Findable {
  const others =
    name === "light" || name === "dark" || name === "auto"
      ? t("search.commandWords.theme")
      : t(`search.commandWords.${name}`);
  return { kind: "command", id: name, label, detail: null, words: foldName(`${label} ${others}`), run, ...more };
}

/** The form, whatever plan is open. */
function startPlan({ workspace }: FindingScreen) {
  return () => {
    workspace.move({ type: "plan-closed" });
    workspace.move({ type: "tab-chosen", tab: "routes" });
  };
}

function openComparison({ workspace }: FindingScreen) {
  return () => {
    const comparison = { ...workspace.state().comparison, isOpen: true };
    workspace.move({ type: "comparison-changed", comparison });
  };
}

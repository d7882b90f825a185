import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { layerName, layerRangeText } from "../../i18n/layer-words.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";

/** Says what the map is coloured by once it is: the measure, or the layer with its classes and what has no value. */
export function LegendNews() {
  const workspace = useWorkspace();
  const { t, formats, language } = useLanguage();
  const measureWords = () => {
    const { ranking } = workspace;
    if (workspace.camps.scores.value() === null) return "";
    if (ranking.needsWalks()) {
      if (workspace.hasStreets() && workspace.walks.value() === null && workspace.walks.problem() === null)
        return t("measure.walking");
    }
    // Without the weights of the mix, which tell themselves while they are moved.
    return t(
      "layers.shown",
      t(`measure.${workspace.state().measure}`),
      t(`measure.classCount.${ranking.shownClassCount()}`),
    );
  };
  const layerWords = () => {
    const [layer, view] = [workspace.state().layer, workspace.layer.view()];
    if (layer === null || view === null) return "";
    const name = layerName({ t, language: language(), territory: workspace.territory.value() }, layer);
    const [first, last] = [view.classes[0], view.classes.at(-1)];
    const range =
      first === undefined || last === undefined
        ? ""
        : layerRangeText(t, formats(), view.answer.unit, first.low, last.high);
    const classes =
      workspace.colours.circles() === null
        ? t("layers.shownClasses", view.classes.length, t(`layers.method.${workspace.state().classMethod}`), range)
        : t("layers.shownCircles");
    const missing = view.missing.reduce((sum, { count }) => sum + count, 0);
    const stations = t("stations.count", missing, formats().integer(missing));
    const lacking = missing === 0 ? "" : ` ${t("layers.shownMissing", stations)}`;
    return `${t("layers.shown", name, classes)}${lacking}`;
  };
  return <Announcement words={workspace.state().layer === null ? measureWords() : layerWords()} />;
}

import { useLanguage } from "../../i18n/language.tsx";
import styles from "./build-commands.module.css";

const DEMO = "npm run arpent -- territory demo";
const BUILD = `npm run arpent -- territory build --name ma-ville \\
  --osm ville.osm.pbf --stations bureaux.geojson \\
  --results general_results.csv --results candidats_results.csv \\
  --addresses adresses.csv`;

/** The two commands that make a territory. */
export function BuildCommands() {
  const { t } = useLanguage();
  return (
    <div class={styles.commands}>
      <p>{t("home.emptyDemo")}</p>
      <pre tabindex="0">{DEMO}</pre>
      <p>{t("home.emptyBuild")}</p>
      <pre tabindex="0">{BUILD}</pre>
      <p>{t("home.emptyAfter")}</p>
    </div>
  );
}

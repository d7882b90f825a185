import { Match, Switch } from "solid-js";
import type { Layer } from "../../../server/contract/layers.ts";
import { SIDES } from "../../../server/contract/scores.ts";
import type { Election, TerritoryDetail } from "../../../server/contract/territories.ts";
import { Choice } from "../../design/choice.tsx";
import { electionName } from "../../i18n/election-words.ts";
import { useLanguage } from "../../i18n/language.tsx";
import {
  groundFigures,
  latestFirst,
  layerKinds,
  roundsWithVotes,
  startingLayer,
} from "../../workspace/layer-choices.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./layer-chooser.module.css";

/** Which indicator colours the map: its subject, then what the subject needs. Every choice shows at once. */
export function LayerChooser(props: { readonly layer: Layer; readonly territory: TerritoryDetail }) {
  const workspace = useWorkspace();
  const { t, language } = useLanguage();
  const choose = (layer: Layer | null) => {
    if (layer !== null) workspace.move({ type: "layer-chosen", layer });
  };
  const of = <Kind extends Layer["kind"]>(kind: Kind) => asKind(props.layer, kind);
  return (
    <div class={styles.fields}>
      <Choice
        label={t("layers.subject")}
        value={props.layer.kind}
        options={layerKinds(props.territory).map((kind) => ({ value: kind, label: t(`layers.kind.${kind}`) }))}
        onChange={(kind) => choose(startingLayer(kind, props.territory))}
      />
      <Switch>
        <Match when={of("census")}>
          {(layer) => (
            <Choice
              label={t("layers.indicator")}
              value={layer().indicator}
              options={props.territory.indicators.map(({ id, label }) => ({ value: id, label: label[language()] }))}
              onChange={(indicator) => choose({ ...layer(), indicator })}
            />
          )}
        </Match>
        <Match when={of("ground")}>
          {(layer) => (
            <Choice
              label={t("layers.indicator")}
              value={layer().figure}
              options={groundFigures(props.territory.summary.counts, layer().figure).map((value) => ({
                value,
                label: t(`layers.figure.${value}`),
              }))}
              onChange={(figure) => choose({ ...layer(), figure })}
            />
          )}
        </Match>
        <Match when={of("turnout")}>
          {(layer) => (
            <ElectionChoice
              label={t("layers.election")}
              value={layer().election}
              elections={latestFirst(props.territory.elections)}
              onChange={(election) => choose({ ...layer(), election })}
            />
          )}
        </Match>
        <Match when={of("side")}>
          {(layer) => (
            <>
              <SideChoice layer={layer()} onChange={choose} />
              <ElectionChoice
                label={t("layers.election")}
                value={layer().election}
                elections={roundsWithVotes(props.territory.elections)}
                onChange={(election) => choose({ ...layer(), election })}
              />
            </>
          )}
        </Match>
        <Match when={of("turnoutChange")}>
          {(layer) => (
            <TwoElections layer={layer()} elections={latestFirst(props.territory.elections)} onChange={choose} />
          )}
        </Match>
        <Match when={of("sideChange")}>
          {(layer) => (
            <>
              <SideChoice layer={layer()} onChange={choose} />
              <TwoElections layer={layer()} elections={roundsWithVotes(props.territory.elections)} onChange={choose} />
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}

function asKind<Kind extends Layer["kind"]>(layer: Layer, kind: Kind): Extract<Layer, { kind: Kind }> | null {
  return isKind(layer, kind) ? layer : null;
}

function isKind<Kind extends Layer["kind"]>(layer: Layer, kind: Kind): layer is Extract<Layer, { kind: Kind }> {
  return layer.kind === kind;
}

type SideLayer = Extract<Layer, { kind: "side" | "sideChange" }>;

function SideChoice(props: { readonly layer: SideLayer; readonly onChange: (layer: Layer) => void }) {
  const { t } = useLanguage();
  return (
    <Choice
      label={t("layers.side")}
      value={props.layer.side}
      options={SIDES.map((value) => ({ value, label: t(`layers.sideOf.${value}`) }))}
      onChange={(side) => props.onChange({ ...props.layer, side })}
    />
  );
}

interface TwoElectionsProps {
  readonly layer: Extract<Layer, { kind: "turnoutChange" | "sideChange" }>;
  readonly elections: readonly Election[];
  readonly onChange: (layer: Layer) => void;
}

/** The one that is chosen at the other end is not offered: a change is between two. */
function TwoElections(props: TwoElectionsProps) {
  const { t } = useLanguage();
  return (
    <>
      <ElectionChoice
        label={t("layers.from")}
        value={props.layer.from}
        elections={props.elections.filter(({ id }) => id !== props.layer.to)}
        onChange={(from) => props.onChange({ ...props.layer, from })}
      />
      <ElectionChoice
        label={t("layers.to")}
        value={props.layer.to}
        elections={props.elections.filter(({ id }) => id !== props.layer.from)}
        onChange={(to) => props.onChange({ ...props.layer, to })}
      />
    </>
  );
}

interface ElectionChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly elections: readonly Election[];
  readonly onChange: (id: string) => void;
}

function ElectionChoice(props: ElectionChoiceProps) {
  const { t } = useLanguage();
  return (
    <Choice
      label={props.label}
      value={props.value}
      options={props.elections.map((one) => ({ value: one.id, label: electionName(t, one) }))}
      onChange={props.onChange}
    />
  );
}

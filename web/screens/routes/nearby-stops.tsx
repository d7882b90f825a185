import { createMemo, createSignal, For, Show } from "solid-js";
import { distanceMetres } from "../../../geodata/geometry/position.ts";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import type { AddressItem } from "../../../server/contract/territories.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { Disclosure } from "../../design/disclosure.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./edit-bar.module.css";

const MOST_SHOWN = 12;

/** Addresses that nobody has time for, nearest to the route first, to be added to it. */
export function NearbyStops(props: { readonly route: PlanRoute }) {
  const api = useApi();
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const [isOpen, setIsOpen] = createSignal(false);
  const stationIds = createMemo(() =>
    [...new Set(props.route.stops.flatMap(({ stationId }) => stationId ?? []))].join("|"),
  );
  const addresses = createLoad(
    () => (isOpen() && stationIds() !== "" ? stationIds() : null),
    async (ids, signal) => {
      const name = workspace.territoryName();
      const known = await Promise.all(ids.split("|").map((id) => api.addresses(name, id, signal)));
      return known.flat();
    },
  );
  const free = createMemo(() => {
    const unserved = workspace.plan.plan()?.plan?.unserved ?? [];
    return isOpen() ? new Set(unserved.flatMap(({ stopId, code }) => (code === "no-time-left" ? [stopId] : []))) : null;
  });
  const nearest = createMemo((): readonly AddressItem[] => {
    const left = free();
    const { stops } = props.route;
    return (addresses.value() ?? [])
      .filter(({ id }) => left?.has(id))
      .map((address) => ({
        address,
        metres: Math.min(...stops.map(({ position }) => distanceMetres(position, address.position))),
      }))
      .toSorted((a, b) => a.metres - b.metres)
      .slice(0, MOST_SHOWN)
      .map(({ address }) => address);
  });
  const nameOf = ({ number, street }: AddressItem) =>
    [number, street || t("routes.noStreet")].filter(Boolean).join(" ");
  return (
    <Disclosure title={t("edit.nearby")} isQuiet isOpen={isOpen()} onToggle={setIsOpen}>
      <p class={styles.hint}>{t("edit.nearbyHint")}</p>
      <Show when={addresses.problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
      <Show when={addresses.value()} fallback={<Skeleton lines={3} />}>
        <ul class={styles.list}>
          <For each={nearest()} fallback={<li class={styles.hint}>{t("edit.nearbyNone")}</li>}>
            {(address) => (
              <li class={styles.line}>
                <span>
                  {nameOf(address)}, {t("page.doors", address.doors)}
                </span>
                <Button
                  size="small"
                  aria-label={t("edit.addStop", nameOf(address))}
                  onClick={() =>
                    workspace.handEdits.send({ kind: "insert", stopIds: [address.id], routeId: props.route.id })
                  }
                >
                  {t("edit.add")}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Disclosure>
  );
}

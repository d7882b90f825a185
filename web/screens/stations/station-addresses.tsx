import { createMemo, createSignal, For, Match, Switch } from "solid-js";
import type { AddressItem } from "../../../server/contract/territories.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./station-addresses.module.css";

/** Addresses of the station by street, fetched when asked for: there may be hundreds. */
export function StationAddresses(props: { readonly stationId: string }) {
  const api = useApi();
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const doorsOf = (count: number) => t("stations.doors", count, formats().integer(count));
  const [isAsked, setIsAsked] = createSignal(false);
  const addresses = createLoad(
    () => (isAsked() ? props.stationId : null),
    (stationId, signal) => api.addresses(workspace.territoryName(), stationId, signal),
  );
  const streets = createMemo(() => groupByStreet(addresses.value() ?? [], formats().compare));
  return (
    <Section title={t("station.addresses")}>
      <Switch>
        <Match when={addresses.problem()}>
          {(problem) => <ProblemNotice problem={problem()} onRetry={addresses.retry} />}
        </Match>
        <Match when={addresses.value()}>
          <ul class={styles.streets}>
            <For each={streets()}>
              {([street, members]) => (
                <li>
                  <strong>{street === "" ? t("routes.noStreet") : street}</strong>
                  <span>
                    {members.map((one) => one.number).join(", ")}
                    {" · "}
                    {doorsOf(members.reduce((sum, one) => sum + one.doors, 0))}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Match>
        <Match when={addresses.status() === "loading"}>
          <Skeleton lines={3} />
        </Match>
        <Match when={true}>
          <Button size="small" onClick={() => setIsAsked(true)}>
            {t("station.addressesShow")}
          </Button>
        </Match>
      </Switch>
    </Section>
  );
}

function groupByStreet(addresses: readonly AddressItem[], compare: (a: string, b: string) => number) {
  const streets = new Map<string, AddressItem[]>();
  for (const address of addresses) {
    const members = streets.get(address.street) ?? [];
    members.push(address);
    streets.set(address.street, members);
  }
  for (const members of streets.values()) members.sort((a, b) => compare(a.number, b.number));
  return [...streets].sort(([a], [b]) => compare(a, b));
}

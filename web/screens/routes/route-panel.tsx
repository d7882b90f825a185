import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { pointAlong } from "../../../geodata/geometry/path.ts";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import { reportOf } from "../../../server/contract/route-report.ts";
import { tellStart } from "../../../server/contract/told-plan.ts";
import { ProfileChart } from "../../charts/profile-chart.tsx";
import { Button, LinkButton } from "../../design/button.tsx";
import { Figures } from "../../design/figures.tsx";
import { Icon } from "../../design/icon.tsx";
import { Section } from "../../design/section.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { paletteOf, routeColour } from "../../map/palette.ts";
import { useSession } from "../../people/session-context.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { ScreenGuide } from "../guide/screen-guide.tsx";
import { EditNotices, EditProblem } from "./edit-notices.tsx";
import { BeginEditing, EditRoute } from "./edit-route.tsx";
import styles from "./route-panel.module.css";
import { RouteQuality } from "./route-quality.tsx";
import { SheetLinks } from "./sheet-links.tsx";
import { StopOrder } from "./stop-order.tsx";

/** One route: figures, relief, sheets, link for the phone, stops in order. */
export function RoutePanel(props: { readonly route: PlanRoute }) {
  const workspace = useWorkspace();
  const { t, formats, language } = useLanguage();
  const { theme } = useTheme();
  const routes = () => workspace.plan.plan()?.plan?.routes ?? [];
  const place = () => routes().indexOf(props.route);
  const start = () => tellStart(props.route, madeIn(), language());
  const madeIn = () => workspace.plan.plan()?.plan?.request.language ?? language();
  const open = (route: PlanRoute | undefined) => {
    if (route !== undefined) workspace.move({ type: "route-opened", routeId: route.id });
  };
  const doors = () => props.route.stops.reduce((sum, stop) => sum + stop.doors, 0);
  const figures = () => [
    { name: t("routes.duration"), value: formats().duration(props.route.durationSeconds) },
    { name: t("routes.doorsLabel"), value: formats().integer(doors()) },
    { name: t("routes.stopsLabel"), value: formats().integer(props.route.stops.length) },
    { name: t("routes.distance"), value: formats().distance(props.route.distanceMetres) },
    { name: t("routes.walking"), value: formats().duration(props.route.walkSeconds) },
    { name: t("routes.atDoors"), value: formats().duration(props.route.doorSeconds) },
    ...(props.route.profile === null
      ? []
      : [{ name: t("routes.climbLabel"), value: formats().height(props.route.ascentMetres) }]),
    { name: t("routes.perDoor"), value: formats().distance(reportOf(props.route).metresPerDoor) },
    { name: t("routes.conversations"), value: formats().integer(props.route.expectedConversations) },
  ];
  onCleanup(() => workspace.setProfilePlace(null));
  let heading: HTMLHeadingElement | undefined;
  onMount(() => {
    heading?.focus({ preventScroll: true });
    heading?.closest("article")?.parentElement?.scrollTo(0, 0);
  });

  return (
    <article class={styles.panel}>
      <div class={styles.head}>
        <Button look="quiet" size="small" onClick={() => workspace.move({ type: "route-closed" })}>
          <Icon name="back" />
          {t("routes.all")}
        </Button>
        <span class={styles.steps}>
          <ScreenGuide screen="routes" />
          <Button
            look="quiet"
            size="small"
            aria-label={t("routes.previous")}
            disabled={place() <= 0}
            onClick={() => open(routes()[place() - 1])}
          >
            <Icon name="back" />
          </Button>
          <Button
            look="quiet"
            size="small"
            aria-label={t("routes.next")}
            disabled={place() >= routes().length - 1}
            onClick={() => open(routes()[place() + 1])}
          >
            <Icon name="forward" />
          </Button>
        </span>
      </div>
      <h2 class={styles.title} tabindex="-1" ref={heading}>
        <i aria-hidden="true" style={{ "background-color": routeColour(paletteOf(theme()), place()) }} />
        {t("routes.name", props.route.id)}
      </h2>
      <p class={styles.start}>
        {t("routes.start")}
        <span lang={start().language ?? undefined}>{start().words}</span>
      </p>
      <Figures figures={figures()} />
      <Show when={!workspace.isEditing()} fallback={<EditRoute route={props.route} />}>
        <RouteReading route={props.route} />
      </Show>
    </article>
  );
}

/** What there is to read of a route: relief, quality, sheets, link for the phone, stops in order. */
function RouteReading(props: { readonly route: PlanRoute }) {
  const { allowed } = useSession();
  const workspace = useWorkspace();
  const { t } = useLanguage();
  return (
    <>
      <Show when={props.route.profile} fallback={<p class={styles.start}>{t("routes.flat")}</p>}>
        {(profile) => (
          <Section title={t("routes.profile")}>
            <ProfileChart
              profile={profile()}
              ascentMetres={props.route.ascentMetres}
              descentMetres={props.route.descentMetres}
              distanceMetres={props.route.distanceMetres}
              onPoint={(metres) =>
                workspace.setProfilePlace(
                  metres === null ? null : pointAlong(props.route.osrm.geometry.coordinates, metres),
                )
              }
            />
          </Section>
        )}
      </Show>
      <RouteQuality route={props.route} />
      <SheetLinks planId={workspace.state().planId ?? ""} routeId={props.route.id} />
      <PhoneLink routeId={props.route.id} />
      <EditProblem />
      <EditNotices routeId={props.route.id} />
      <Show when={allowed().organizes}>
        <BeginEditing route={props.route} />
      </Show>
      <StopOrder route={props.route} />
    </>
  );
}

function PhoneLink(props: { readonly routeId: string }) {
  const workspace = useWorkspace();
  const { t, language } = useLanguage();
  const [isCopied, setIsCopied] = createSignal(false);
  const token = () => workspace.plan.plan()?.routeTokens[props.routeId];
  const address = (known: string) => `${window.location.origin}/r/${encodeURIComponent(known)}?lang=${language()}`;
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), 2500);
  };
  return (
    <Show when={token()}>
      {(known) => (
        <Section title={t("routes.link")}>
          <p class={styles.hint}>{t("routes.linkHint")}</p>
          <div class={styles.link}>
            <LinkButton size="small" href={address(known())} target="_blank" rel="noopener">
              <Icon name="link" />
              {t("routes.openLink")}
            </LinkButton>
            <Show when={"clipboard" in navigator}>
              <Button size="small" onClick={() => copy(address(known()))}>
                {isCopied() ? t("app.copied") : t("app.copy")}
              </Button>
              <Announcement words={isCopied() ? t("app.copied") : ""} />
            </Show>
          </div>
        </Section>
      )}
    </Show>
  );
}

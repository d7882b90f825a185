import { type Component, lazy, Suspense } from "solid-js";
import { useLanguage } from "../i18n/language.tsx";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { Skeleton } from "./skeleton.tsx";

/**
 * What is loaded when it is first shown, or before by its `preload()`. Where it cannot be when it is shown, a notice takes
 * its place: the server does not answer, or has been renewed since the page was opened and has other files.
 */
export function loaded<Props extends object>(get: () => Promise<Component<Props>>) {
  const Part = lazy(async () => ({ default: await get().catch((): Component<Props> => NotLoaded) }));
  const Loaded: Component<Props> = (props) => <Part {...props} />;
  return Object.assign(Loaded, {
    /** What does not come is asked for again when it is shown: nobody missed it before. */
    preload: () =>
      get().then(
        async () => void (await Part.preload()),
        () => undefined,
      ),
  });
}

/** As `loaded`, for a part of a page: as many grey lines as said hold its place meanwhile, none what lies on a map. */
export function later<Props extends object>(get: () => Promise<Component<Props>>, lines = 0) {
  const Part = loaded(get);
  const Later: Component<Props> = (props) => (
    <Suspense fallback={lines === 0 ? null : <Skeleton lines={lines} />}>
      <Part {...props} />
    </Suspense>
  );
  return Object.assign(Later, { preload: Part.preload });
}

function NotLoaded() {
  const { t } = useLanguage();
  return (
    <div role="alert">
      <Notice kind="danger">
        <strong>{t("app.failed")}</strong>
        <p>{t("app.notLoaded")}</p>
        <Button size="small" onClick={() => window.location.reload()}>
          {t("app.reload")}
        </Button>
      </Notice>
    </div>
  );
}

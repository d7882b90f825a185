import { createSignal, onCleanup } from "solid-js";
import type { Whereabouts } from "../../map/walk-map.ts";

/** A reading of the compass: degrees clockwise from north where a browser gives them so, as phones of Apple do. */
type Compass = DeviceOrientationEvent & { readonly webkitCompassHeading?: number };

/**
 * Where the volunteer is and where the phone points. Nothing is asked before `locate`, which a tap calls, and nothing
 * of it leaves the phone.
 */
export function createWhereabouts() {
  const [me, setMe] = createSignal<Whereabouts | null>(null);
  const [state, setState] = createSignal<"off" | "looking" | "found" | "failed">("off");
  let watch: number | null = null;
  let compass: number | null = null;
  const onCompass = (event: Event) => {
    const { alpha, webkitCompassHeading } = event as Compass;
    compass = webkitCompassHeading ?? (alpha === null ? null : (360 - alpha) % 360);
    const before = me();
    if (before !== null && compass !== null) setMe({ ...before, heading: compass });
  };
  onCleanup(() => {
    if (watch !== null) navigator.geolocation.clearWatch(watch);
    window.removeEventListener("deviceorientationabsolute", onCompass);
    window.removeEventListener("deviceorientation", onCompass);
  });
  return {
    me,
    state,
    locate(): void {
      if (watch !== null) navigator.geolocation.clearWatch(watch);
      setState("looking");
      void askForCompass(onCompass);
      watch = navigator.geolocation.watchPosition(
        ({ coords }) => {
          setMe({ position: [coords.longitude, coords.latitude], heading: compass ?? coords.heading });
          setState("found");
        },
        () => setState(me() === null ? "failed" : "found"),
        { enableHighAccuracy: true, timeout: 15_000, maximumAge: 5_000 },
      );
    },
  };
}

/** Some browsers have an absolute compass without asking; others ask first, and only after a tap. */
async function askForCompass(hear: (event: Event) => void): Promise<void> {
  const asking: unknown = Reflect.get(window.DeviceOrientationEvent ?? {}, "requestPermission");
  if (typeof asking === "function") {
    const answer: unknown = await Reflect.apply(asking, window.DeviceOrientationEvent, []).catch(() => "denied");
    if (answer === "granted") window.addEventListener("deviceorientation", hear);
    return;
  }
  window.addEventListener("deviceorientationabsolute", hear);
}

import { createSignal } from "solid-js";

type Place = readonly [longitude: number, latitude: number];

/** What the pointer is over, in a list or on the map, and the places marked: both sides show them. */
export function createPointing() {
  const [hoveredStation, setHoveredStation] = createSignal<number | null>(null);
  const [hoveredRoute, setHoveredRoute] = createSignal<string | null>(null);
  const [hoveredStop, setHoveredStop] = createSignal<string | null>(null);
  const [profilePlace, setProfilePlace] = createSignal<Place | null>(null);
  const [pointedPlace, setPointedPlace] = createSignal<Place | null>(null);
  const [isCrossShown, setIsCrossShown] = createSignal(false);
  const [crossPlace, setCrossPlace] = createSignal<Place | null>(null);
  const [isDragging, setIsDragging] = createSignal(false);
  const [isHeldInList, setIsHeldInList] = createSignal(false);
  return {
    /** Whether something of a route is held in the hand, on the map or in the list, by pointer or by keys. */
    isHeld: () => isDragging() || isHeldInList(),
    setIsHeldInList,
    /** Whether something of a route is dragged on the map: what lies under it is no business of anyone else's. */
    isDragging,
    setIsDragging,
    /** Whether a cross is shown in the middle of what is seen of the map: something can be set there. */
    isCrossShown,
    setIsCrossShown,
    /** Where that cross is; null while there is none. */
    crossPlace,
    setCrossPlace,
    /** By its place among the territory's contours. */
    hoveredStation,
    setHoveredStation,
    hoveredRoute,
    setHoveredRoute,
    hoveredStop,
    setHoveredStop,
    /** The place on the open route under the pointer in its relief. */
    profilePlace,
    setProfilePlace,
    /** A place found by search, marked on the map. */
    pointedPlace,
    setPointedPlace,
  };
}

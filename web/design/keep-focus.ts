interface Step {
  readonly element: HTMLElement;
  /** Which of its children the focus was in; -1 for the focused element itself. */
  readonly child: number;
}

// Not the links that lead to a part of the page: nobody was on the way there.
const FOCUSABLE = "a[href]:not([href^='#']), button, input, select, textarea, summary, [tabindex]";

/**
 * The focus is never lost: when what has it goes away or is turned off (a deleted line, another tab, "undo" with nothing
 * left to undo), it passes to what stands in its place, else to the nearest neighbour that can have it. Whoever moves
 * the focus on purpose comes first: this only looks once what changed the page is over, without waiting for a frame,
 * which may be seconds away while the map is drawn and keys would go nowhere. Gives the way to stop.
 */
export function keepFocus(root: HTMLElement): () => void {
  let path: readonly Step[] = [];
  let turn: ReturnType<typeof setTimeout> | undefined;
  const remember = (event: FocusEvent) => {
    if (event.target instanceof HTMLElement) path = pathTo(event.target, root);
  };
  /** A press beside everything lets go of the focus: that is no loss. */
  const forget = () => {
    path = [];
  };
  const look = (changes: readonly MutationRecord[]) => {
    const focused = path[0]?.element;
    if (focused === undefined) return;
    // Taken out and put in elsewhere, as lists do with lines that stay: browsers blur it. Before the next key.
    const isMoved = changes.some(({ addedNodes }) => [...addedNodes].some((node) => node.contains(focused)));
    if (isMoved && isThere(focused) && !hasFocus()) focused.focus();
    clearTimeout(turn);
    turn = setTimeout(() => {
      const last = path[0]?.element;
      if (last === undefined || hasFocus() || isThere(last)) return;
      heirOf(path)?.focus({ preventScroll: !last.isConnected });
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["disabled", "hidden", "tabindex"],
  });
  root.addEventListener("focusin", remember);
  root.addEventListener("pointerdown", forget, true);
  return () => {
    clearTimeout(turn);
    observer.disconnect();
    root.removeEventListener("focusin", remember);
    root.removeEventListener("pointerdown", forget, true);
  };
}

function hasFocus(): boolean {
  const active = document.activeElement;
  return active !== null && active !== document.body && isReady(active);
}

/** A place that could have the focus while it had nothing in it may no longer, once it has. */
function isThere(element: HTMLElement): boolean {
  return element.isConnected && isReady(element) && (element.tabIndex >= 0 || element.hasAttribute("tabindex"));
}

function isReady(element: Element): boolean {
  return !element.matches(":disabled") && element.closest("[inert], [hidden]") === null;
}

/** From the focused element up to the root. */
function pathTo(focused: HTMLElement, root: HTMLElement): readonly Step[] {
  const steps: Step[] = [{ element: focused, child: -1 }];
  for (let element: HTMLElement = focused; element !== root; ) {
    const parent: HTMLElement | null = element.parentElement;
    if (parent === null) break;
    steps.push({ element: parent, child: [...parent.children].indexOf(element) });
    element = parent;
  }
  return steps;
}

function heirOf(path: readonly Step[]): HTMLElement | null {
  for (const { element, child } of path) {
    if (!element.isConnected || child < 0) continue;
    const there = element.children[Math.min(child, element.children.length - 1)];
    const after = [...element.children].slice(child + 1);
    const before = [...element.children].slice(0, child).reverse();
    for (const place of [there, ...after, ...before]) {
      const heir = place === undefined ? null : firstFocusable(place);
      if (heir !== null) return heir;
    }
    if (element.hasAttribute("tabindex")) return element;
  }
  return null;
}

function firstFocusable(place: Element): HTMLElement | null {
  for (const one of [place, ...place.querySelectorAll(FOCUSABLE)]) {
    if (!(one instanceof HTMLElement) || !one.matches(FOCUSABLE) || !isReady(one)) continue;
    if (one.checkVisibility()) return one;
  }
  return null;
}

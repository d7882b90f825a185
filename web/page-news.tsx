import { createSignal, onCleanup, onMount } from "solid-js";
import { Announcement } from "./design/spoken.tsx";

/** Says the title of a page that one has come to within the application: browsers say those that they load themselves. */
export function PageNews() {
  const [title, setTitle] = createSignal(document.title);
  onMount(() => {
    const observer = new MutationObserver(() => setTitle(document.title));
    observer.observe(document.head, { subtree: true, childList: true, characterData: true });
    onCleanup(() => observer.disconnect());
  });
  return <Announcement words={title()} />;
}

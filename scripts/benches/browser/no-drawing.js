// Runs in the page before anything else: what a graphics card would draw is not drawn at all. The page does its own work
// as ever, and its frames no longer wait for a processor that stands in for the card.
for (const name of ["drawElements", "drawArrays", "drawElementsInstanced", "drawArraysInstanced", "clear"]) {
  WebGL2RenderingContext.prototype[name] = () => undefined;
}

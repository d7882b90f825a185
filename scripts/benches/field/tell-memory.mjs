// Loaded into a server before it starts: it then tells the bench that started it how much memory it has.
process.on("message", ({ collects }) => {
  if (collects) globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
// A server that is done does not stay for the bench.
process.channel?.unref();

import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";
import { fieldBuild } from "./web/field-build.ts";

const page = (name: string) => fileURLToPath(new URL(`web/${name}`, import.meta.url));

export default defineConfig({
  root: "web",
  plugins: [solid(), fieldBuild()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: [page("index.html"), page("field.html")] },
  },
  server: { proxy: { "/api": "http://127.0.0.1:4810" } },
});

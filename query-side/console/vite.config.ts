import react from '@vitejs/plugin-react';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds a running platform. */
const platform = process.env['DOCKET'] ?? 'http://localhost:8080';

/** What a browser runs before it shows anything has at most so many bytes when compressed. */
const MOST_SCRIPT_AT_FIRST = 250_000;

const boundedFirstScript: Plugin = {
  name: 'bounded-first-script',
  apply: 'build',
  generateBundle(_, bundle) {
    const needed = new Map<string, number>();
    const need = (name: string): void => {
      const chunk = bundle[name];
      if (chunk?.type === 'chunk' && !needed.has(name)) {
        needed.set(name, gzipSync(chunk.code).length);
        chunk.imports.forEach(need);
      }
    };
    Object.values(bundle)
      .filter((part) => part.type === 'chunk' && part.isEntry)
      .forEach((entry) => need(entry.fileName));
    const bytes = [...needed.values()].reduce((sum, one) => sum + one, 0);
    if (bytes === 0 || bytes > MOST_SCRIPT_AT_FIRST) {
      this.error(`The first script has ${bytes} bytes, not 1 to ${MOST_SCRIPT_AT_FIRST}`);
    }
  },
};

export default defineConfig({
  base: '/console/',
  plugins: [react(), boundedFirstScript],
  build: {
    outDir: '../target/classes/console',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 600,
    // An inlined asset would be a data: address, which the page's policy does not allow.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': { target: platform, ws: true },
      '/kb': platform,
      '/actuator': platform,
      '/console/config.json': platform,
    },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'], setupFiles: ['src/browser.test-setup.ts'] },
});

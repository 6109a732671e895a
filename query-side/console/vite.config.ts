import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds a running platform. */
const platform = process.env['DOCKET'] ?? 'http://localhost:8080';

export default defineConfig({
  base: '/console/',
  plugins: [react()],
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
  test: { include: ['src/**/*.test.{ts,tsx}'] },
});

// One HTML file: code, style and the WebAssembly module (gzipped, in base64) inside it.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

const wasm = {
  name: 'ansinh-wasm',
  resolveId: (id) => (id === 'virtual:page.wasm' ? '\0page.wasm' : undefined),
  load(id) {
    if (id !== '\0page.wasm') return undefined;
    const module = readFileSync(new URL('../../build/wasm/out/page.wasm', import.meta.url));
    return `export const zipped = ${JSON.stringify(gzipSync(module, { level: 9 }).toString('base64'))};`;
  },
};

export default defineConfig({
  base: './',
  plugins: [wasm, viteSingleFile({ removeViteModuleLoader: true })],
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  build: {
    outDir: '../../build/web', emptyOutDir: true, target: 'es2020', modulePreload: false,
    // Of the charts one kind is used; none of the libraries does anything by being imported.
    rollupOptions: { treeshake: { moduleSideEffects: (id) => id.endsWith('.css') || id.includes('/src/main.tsx') || id.includes('/index.html'), propertyReadSideEffects: false } },
  },
});

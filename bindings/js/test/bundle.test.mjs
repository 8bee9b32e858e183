// Vite bundles the package without a plugin: every module becomes a file of the site, and nothing is left that only
// Node has. That the site runs in a browser, bindings/web's tests see to.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { build } from 'vite';

test('Vite', async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'ansinh-bundle-'));
  try {
    await build({
      root: fileURLToPath(new URL('bundle/', import.meta.url)), configFile: false, logLevel: 'warn', base: './',
      build: { outDir, emptyOutDir: true, target: 'es2022' },
    });
    const assets = readdirSync(join(outDir, 'assets'));
    for (const module of ['core', 'core-simd', 'full', 'full-simd']) {
      const name = assets.find((asset) => new RegExp(`^${module}-[\\w-]{8}\\.wasm$`).test(asset));
      assert.ok(name, `${module}.wasm in ${assets}`);
      assert.deepEqual(readFileSync(join(outDir, 'assets', name)), readFileSync(new URL(`../dist/${module}.wasm`, import.meta.url)));
    }
    for (const script of assets.filter((asset) => asset.endsWith('.js'))) {
      assert.doesNotMatch(readFileSync(join(outDir, 'assets', script), 'utf8'), /node:|require\(/, script);
    }
  } finally {
    rmSync(outDir, { recursive: true });
  }
});

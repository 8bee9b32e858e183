// The npm package in a browser, bundled by Vite and served from this machine; and the page as a site serves it.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { file, launch } from './pages.mjs';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/octet-stream' };

/** Serves a folder on a port of the loopback that is free, for as long as `work` runs. */
async function served(folder, work) {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname).replace(/\/$/, '/index.html');
    try {
      const body = readFileSync(join(folder, path));
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

test('the package, bundled, in a browser', async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'ansinh-site-'));
  const browser = await launch();
  try {
    await build({ root: fileURLToPath(new URL('../../js/test/bundle/', import.meta.url)), configFile: false, logLevel: 'warn', base: './', build: { outDir, target: 'es2022' } });
    await served(outDir, async (url) => {
      const page = await browser.newPage();
      await page.goto(url);
      await page.waitForFunction(() => document.title.startsWith('['));
      assert.equal(await page.title(), JSON.stringify(new Array(5).fill(198_000)));
    });
  } finally {
    await browser.close();
    rmSync(outDir, { recursive: true });
  }
});

test('the page, served: the QR code is of the link, and copying it works', async () => {
  const browser = await launch();
  try {
    await served(fileURLToPath(new URL('.', file)), async (url) => {
      const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
      const page = await context.newPage();
      const asked = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`${url}#d=22%2F11%2F2026&p=01&i=1500000`);
      await page.waitForSelector('html[data-ready]');
      const link = await page.inputValue('#link');
      assert.ok(link.startsWith(`${url}#`));
      assert.equal(await page.getAttribute('#qr', 'data-text'), link);
      await page.click('#copy');
      await page.waitForFunction(() => document.querySelector('[role=status]').textContent !== '');
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
      // Only the page itself was asked for, without the inputs.
      assert.deepEqual(asked.filter((address) => !address.startsWith('data:')), [url]);
    });
  } finally {
    await browser.close();
  }
});

// After the bundler: a policy by which the browser itself keeps the page from fetching, sending or running anything but
// the one script inside it, and a check that the file stands alone and is no larger than it may be.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../../../build/web/index.html', import.meta.url);
const most = 300_000;
let html = readFileSync(file, 'utf8');
const scripts = [...html.matchAll(/<script type="module"[^>]*>([^]*?)<\/script>/g)];
if (scripts.length !== 1) throw new Error(`${scripts.length} scripts instead of one`);
const hash = createHash('sha256').update(scripts[0][1]).digest('base64');
const policy = `default-src 'none'; script-src 'sha256-${hash}' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
html = html.replace('<meta name="color-scheme"', () => `<meta http-equiv="Content-Security-Policy" content="${policy}" />\n    <meta name="color-scheme"`);
if (/(src|href)="(?!data:|#)[^"]/.test(html.replace(scripts[0][0], ''))) throw new Error('the page refers to another file');
writeFileSync(file, html);
console.log(`index.html: ${Buffer.byteLength(html)} bytes of ${most}`);
if (Buffer.byteLength(html) > most) throw new Error('the page is too large');

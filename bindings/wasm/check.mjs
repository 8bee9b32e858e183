// The modules as every host meets them: no imports, the exports of their lists and no others, and no larger than
// sizes.json says. Usage: node check.mjs build/wasm/out
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const [out] = process.argv.slice(2);
const sizes = JSON.parse(readFileSync(new URL('sizes.json', import.meta.url), 'utf8'));
const core = ['names', 'assess', 'refund', 'lists'];
const lists = {
  'core.wasm': core, 'core-simd.wasm': core, 'full.wasm': [...core, 'plan', 'rest'], 'full-simd.wasm': [...core, 'plan', 'rest'],
  'full-small.wasm': [...core, 'plan', 'rest'], 'page.wasm': ['names', 'assess', 'plan'],
};
// What a loader needs beside the C functions, and what Emscripten always exports.
const beside = new Set(['memory', 'malloc', 'free', '_initialize', '__indirect_function_table', '__errno_location', 'stackSave', 'stackRestore', 'stackAlloc']);

let wrong = 0;
const fail = (text) => {
  console.error(`FAILED: ${text}`);
  ++wrong;
};
const declared = new Set(readFileSync(new URL('../../include/ansinh/ansinh.h', import.meta.url), 'utf8').match(/\bansinh_[a-z_]+(?=\()/g));
for (const [name, files] of Object.entries(lists)) {
  const bytes = readFileSync(`${out}/${name}`);
  const module = new WebAssembly.Module(bytes);
  const imports = WebAssembly.Module.imports(module);
  if (imports.length > 0) fail(`${name} imports ${JSON.stringify(imports)}`);
  const wanted = files.flatMap((file) => readFileSync(new URL(`exports/${file}.txt`, import.meta.url), 'utf8').trim().split('\n'));
  const exported = WebAssembly.Module.exports(module).map((entry) => entry.name);
  for (const function_ of wanted) {
    if (!exported.includes(function_)) fail(`${name} does not export ${function_}`);
    if (!declared.has(function_)) fail(`${function_} is not in ansinh.h`);
  }
  for (const entry of exported) if (!wanted.includes(entry) && !beside.has(entry)) fail(`${name} exports ${entry}`);
  if (bytes.includes(fileURLToPath(new URL('../../', import.meta.url)))) fail(`${name} names the folder that it was built in`);
  const kilobytes = gzipSync(bytes, { level: 9 }).length / 1000;
  const { aim, limit } = sizes[name];
  console.log(`${name.padEnd(16)} ${kilobytes.toFixed(1).padStart(6)} kB gzipped${aim === undefined ? '' : `, aim ${aim}`}, limit ${limit}`);
  if (kilobytes > limit) fail(`${name} is larger than ${limit} kB`);
}
const full = new Set(lists['full.wasm'].flatMap((file) => readFileSync(new URL(`exports/${file}.txt`, import.meta.url), 'utf8').trim().split('\n')));
for (const function_ of declared) {
  // Arrow's interface shares pointers of one process.
  if (!full.has(function_) && !function_.endsWith('_arrow')) fail(`full.wasm lacks ${function_}`);
}
if (wrong > 0) process.exit(1);
console.log(`${Object.keys(lists).length} modules passed`);

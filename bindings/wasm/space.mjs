// What takes the space of core.wasm: bytes of code by room or library, and of data.
//   cmake --build build/wasm --target space && node bindings/wasm/space.mjs build/wasm/space.wasm
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const bytes = readFileSync(process.argv[2]);
let at = 8;
const leb = () => {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
};
const text = () => {
  const length = leb();
  at += length;
  return bytes.toString('utf8', at - length, at);
};
const sizes = [];
const names = new Map();
let imports = 0;
while (at < bytes.length) {
  const id = bytes[at++];
  const size = leb();
  const end = at + size;
  if (id === 2) imports = leb();
  if (id === 10 || id === 11) console.log(`${id === 10 ? 'code' : 'data'}: ${size} bytes, ${gzipSync(bytes.subarray(at, end), { level: 9 }).length} gzipped`);
  if (id === 10) {
    for (let count = leb(); count > 0; --count) {
      const length = leb();
      sizes.push(length);
      at += length;
    }
  } else if (id === 0 && text() === 'name') {
    while (at < end) {
      const kind = bytes[at++];
      const length = leb();
      const after = at + length;
      if (kind === 1) {
        for (let count = leb(); count > 0; --count) {
          const index = leb();
          names.set(index, text());
        }
      }
      at = after;
    }
  }
  at = end;
}
const plain = execFileSync('c++filt', { input: sizes.map((_, i) => names.get(i + imports) ?? '?').join('\n'), maxBuffer: 1 << 28 }).toString().split('\n');
const kinds = [
  ['fmt', /^[^(]*\bfmt::/], ['Boost.Multiprecision', /^[^(]*\bboost::/], ['texts and tables (report)', /ansinh::report|contribution_table|fault_message|step_text|_text\(|_json\(/],
  ['columns', /Column|GroundMaker|TableMaker|SmallTables|run_block|ansinh_assess_columns/], ['C interface', /ansinh_|ansinh::capi/],
  ['law, resolving, kernel, explanation', /ansinh::/], ['standard library and the rest', /./],
];
const sums = new Map(kinds.map(([kind]) => [kind, 0]));
sizes.forEach((size, i) => {
  const [kind] = kinds.find(([, pattern]) => pattern.test(plain[i])) ?? kinds.at(-1);
  sums.set(kind, sums.get(kind) + size);
});
for (const [kind, size] of [...sums].sort((a, b) => b[1] - a[1])) console.log(`${String(size).padStart(8)}  ${kind}`);

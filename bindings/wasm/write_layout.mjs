// Usage: node write_layout.mjs layout.wasm layout.json
import { readFileSync, writeFileSync } from 'node:fs';

const [module, target] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(readFileSync(module), {});
const memory = instance.exports.memory.buffer;
const words = new Int32Array(memory);
const bytes = new Uint8Array(memory);
const textAt = (at) => new TextDecoder().decode(bytes.subarray(at, bytes.indexOf(0, at)));

const structs = {};
const codes = {};
for (let at = instance.exports.ansinh_layout() / 4; words[at + 1] !== 0; at += 5) {
  const [of, name, value, size, count] = words.subarray(at, at + 5);
  if (of === 0) {
    codes[textAt(name)] = value;
  } else if (textAt(name) === '') {
    structs[textAt(of)] = { size, members: {} };
  } else {
    structs[textAt(of)].members[textAt(name)] = count === 1 ? { offset: value, bytes: size } : { offset: value, bytes: size, count };
  }
}
writeFileSync(target, `${JSON.stringify({ structs, codes }, null, 1)}\n`);

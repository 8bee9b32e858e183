// What is not written by hand: src/generated/{structs,codes}.ts from the C header (by way of bindings/wasm's
// layout.json), src/types.ts from docs/answers.schema.json, and src/generated/{core,full}.ts, the modules as text for
// ansinh/inline.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { compile } from 'json-schema-to-typescript';

const here = new URL('..', import.meta.url);
const root = new URL('../../', here);
mkdirSync(new URL('src/generated/', here), { recursive: true });

const layout = JSON.parse(readFileSync(new URL('build/wasm/out/layout.json', root), 'utf8'));
const written = '// Written by scripts/generate.mjs from include/ansinh/ansinh.h.';
// Each in a name of its own, so that a bundler keeps only what is used.
const lines = [written];
for (const [name, { size, members }] of Object.entries(layout.structs)) {
  lines.push(`export const ${name} = {`, `  size: ${size},`, '  members: {');
  for (const [member, { offset, bytes, count }] of Object.entries(members)) {
    lines.push(`    ${member}: { offset: ${offset}, bytes: ${bytes}, count: ${count ?? 1} },`);
  }
  lines.push('  },', '} as const;');
}
writeFileSync(new URL('src/generated/structs.ts', here), `${lines.join('\n')}\n`);
const codes = Object.entries(layout.codes).map(([name, value]) => `export const ${name} = ${value};`);
writeFileSync(new URL('src/generated/codes.ts', here), `${[written, ...codes].join('\n')}\n`);

const schema = JSON.parse(readFileSync(new URL('docs/answers.schema.json', root), 'utf8'));
// `title` names a type; the root, which lists them all, is of no use as one.
for (const [name, definition] of Object.entries(schema.$defs)) definition.title = name;
const types = await compile(schema, 'AllOfAnsinh', {
  bannerComment: '// Written by scripts/generate.mjs from docs/answers.schema.json.',
  additionalProperties: false,
  style: { singleQuote: true, printWidth: 120 },
});
writeFileSync(new URL('src/generated/schema.ts', here), types.replace(/export interface Ansinh \{[^]*?\n\}\n/, ''));
writeFileSync(
  new URL('src/types.ts', here),
  `// Written by scripts/generate.mjs: the types of docs/answers.schema.json.\nexport type {\n${Object.keys(schema.$defs).map((name) => `  ${name},\n`).join('')}} from './generated/schema.js';\n`,
);

for (const name of ['core', 'full']) {
  const zipped = gzipSync(readFileSync(new URL(`build/wasm/out/${name}.wasm`, root)), { level: 9 }).toString('base64');
  writeFileSync(new URL(`src/generated/${name}.ts`, here), `export const zipped: string = '${zipped}';\n`);
}

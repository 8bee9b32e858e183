// Reads include/ansinh/ansinh.h and names every struct member and code of it for layout.cpp, so that no list of them is
// kept by hand. Usage: node write_entries.mjs ansinh.h layout_entries.inc
import { readFileSync, writeFileSync } from 'node:fs';

const [header, target] = process.argv.slice(2);
const text = readFileSync(header, 'utf8')
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .split('#ifndef ARROW_C_DATA_INTERFACE')[0];

const lines = [];
for (const [, body, name] of text.matchAll(/typedef struct \w+ \{([^}]*)\} (ansinh_\w+);/g)) {
  lines.push(`WHOLE(${name})`);
  for (const [, member] of body.matchAll(/\b(\w+)(?:\[\w+\])?;/g)) lines.push(`MEMBER(${name}, ${member})`);
}
for (const [, body] of text.matchAll(/\benum \{([^}]*)\}/g)) {
  for (const [, code] of body.matchAll(/\b(ANSINH_\w+)\b(?= =)/g)) lines.push(`CODE(${code})`);
}
for (const [, code] of text.matchAll(/^#define (ANSINH_\w+) \(?-?\w+\)?$/gm)) {
  if (code !== 'ANSINH_NO_AMOUNT') lines.push(`CODE(${code})`);
}
if (!lines.includes('MEMBER(ansinh_request, income)')) throw new Error(`${header} is not read as expected`);
writeFileSync(target, `${lines.join('\n')}\n`);

// What README.md shows runs, and prints what it says.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const block = (mark) => text.match(new RegExp(`<!-- ${mark} -->\n\`\`\`\\w*\n([^]*?)\`\`\``))?.[1];
const names = [...text.matchAll(/<!-- run: (\w+) -->/g)].map(([, name]) => name);

test('README.md has examples', () => assert.ok(names.length >= 4));
for (const name of names) {
  test(`README.md: ${name}`, () => {
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', block(`run: ${name}`)], {
      cwd: new URL('.', import.meta.url), encoding: 'utf8',
    });
    assert.equal(printed, block(`output: ${name}`));
  });
}

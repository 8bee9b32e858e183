// The types that the package ships: a program that uses them compiles, and the lines that must not compile do not.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

test('a program against the types', () => {
  for (const resolution of [['--module', 'NodeNext'], ['--module', 'ESNext', '--moduleResolution', 'bundler']]) {
    const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
    const done = spawnSync(process.execPath, [tsc, '--noEmit', '--strict', '--target', 'ES2022', '--lib', 'ES2022,DOM', ...resolution, 'types/consumer.ts'], {
      cwd: fileURLToPath(new URL('.', import.meta.url)), encoding: 'utf8',
    });
    assert.equal(done.stdout + done.stderr, '', resolution.join(' '));
    assert.equal(done.status, 0);
  }
});

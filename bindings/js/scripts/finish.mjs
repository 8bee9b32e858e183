// After the compiler: the modules beside the code.
import { copyFileSync } from 'node:fs';

const here = new URL('..', import.meta.url);
for (const name of ['core', 'core-simd', 'full', 'full-simd']) {
  copyFileSync(new URL(`../../build/wasm/out/${name}.wasm`, here), new URL(`dist/${name}.wasm`, here));
}

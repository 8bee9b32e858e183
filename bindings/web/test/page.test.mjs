import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { load } from '../../js/dist/node.js';
import { file, launch, money, open, pictures, vectors } from './pages.mjs';

let browser;
let ansinh;
before(async () => {
  browser = await launch();
  ansinh = await load({ module: 'full' });
  mkdirSync(pictures, { recursive: true });
});
after(() => browser.close());

const choice = '#l=vi&d=22%2F11%2F2026&p=01&g=near_poor&i=2.000.000&t=12&s=F&y=03%2F1980&q=income';
const textOf = (page, selector) => page.locator(selector).innerText();

test('one file that stands alone, opens offline, and asks for nothing', async () => {
  assert.ok(statSync(file).size <= 300_000);
  const page = await open(browser, choice);
  assert.deepEqual(page.requests.filter((url) => !url.startsWith('data:')), [file.href]);
  assert.deepEqual(page.faults, []);
  assert.equal(await page.getAttribute('html', 'lang'), 'vi');
  // The policy in the file keeps any script from calling out.
  await page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => undefined));
  assert.ok(page.faults.some((fault) => fault.includes('Content Security Policy')), `${page.faults}`);
  assert.equal(page.requests.filter((url) => url.startsWith('http')).length, 0);
  await page.context().close();
});

test('every figure is the one of the shared vectors', async () => {
  const page = await open(browser);
  // What the page's fields can hold; all else is asked of the package.
  const key = { paid_on: 'd', first_month: 'b', income: 'i', term: 't', groups: 'g', province: 'p', former_province: 'f', locality: 'c', months_supported: 'm', other_support: 'o', fund_return_rate: 'r' };
  let answered = 0;
  let refused = 0;
  for (const vector of vectors) {
    const { request } = vector;
    if (!Object.keys(request).every((field) => field in key) || !request.paid_on || !request.income) continue;
    if (vector.refusal?.status === 'invalid_argument' || vector.id.startsWith('forms/')) continue;
    const fragment = `#${new URLSearchParams(Object.entries(request).filter(([, text]) => text !== '').map(([field, text]) => [key[field], text]))}`;
    const shown = await page.evaluate((hash) => new Promise((resolve) => {
      const done = () => resolve({
        bad: document.querySelector('#bad-link') !== null,
        figures: Object.fromEntries(['participant_share', 'central_support', 'local_top_up', 'other_support', 'contribution', 'once', 'monthly'].map((id) => [id, document.getElementById(`amount-${id}`)?.textContent ?? document.getElementById(id)?.textContent])),
        flags: [...document.querySelectorAll('[data-flag]')].map((item) => item.dataset.flag),
        refusal: document.querySelector('#refused .fault')?.textContent,
      });
      if (location.hash === hash) return done();
      addEventListener('hashchange', () => queueMicrotask(done), { once: true });
      location.hash = hash;
      return undefined;
    }), fragment);
    assert.equal(shown.bad, false, `${vector.id} ${fragment}`);
    if (vector.answer === undefined) {
      assert.equal(shown.refusal, ansinh.tryAssess(request).message, vector.id);
      assert.equal(shown.figures.contribution, undefined, vector.id);
      ++refused;
      continue;
    }
    for (const field of ['participant_share', 'central_support', 'local_top_up', 'contribution']) {
      assert.equal(shown.figures[field], money(vector.answer[field]), `${vector.id} ${field}`);
    }
    if (vector.answer.other_support > 0) assert.equal(shown.figures.other_support, money(vector.answer.other_support), vector.id);
    assert.deepEqual(shown.flags, vector.answer.flags, vector.id);
    if ((request.term || '1') === '1') assert.equal(shown.figures.monthly, money(vector.answer.participant_share), vector.id);
    else assert.equal(shown.figures.once, money(vector.answer.participant_share), vector.id);
    ++answered;
  }
  assert.ok(answered > 1000 && refused > 200, `${answered} ${refused}`);
  assert.deepEqual(page.faults, []);
  console.log(`${answered} answers and ${refused} refusals as the vectors have them`);
  await page.context().close();
});

test('tables, years ahead, plan and steps are what the package says', async () => {
  const page = await open(browser, choice);
  const request = { paid_on: '22/11/2026', province: '01', groups: ['near_poor'] };
  for (const cell of await page.locator('#table td').all()) {
    const [term, income] = [await cell.getAttribute('data-term'), Number(await cell.getAttribute('data-income'))];
    assert.equal(await cell.innerText(), money(ansinh.assess({ ...request, income, term }).participant_share));
  }
  assert.ok((await page.locator('#table td').count()) >= 40);
  for (const term of ['VS2', 'VS3', 'VS4', 'VS5']) {
    const answer = ansinh.assess({ ...request, income: 2_000_000, term });
    assert.deepEqual(await page.locator(`#ahead tr[data-term=${term}] td`).allInnerTexts(),
      ['contribution', 'central_support', 'local_top_up', 'participant_share'].map((field) => money(answer[field])));
  }
  const plan = ansinh.plan({ sex: 'F', birth: '1980-03', from: '2026-11', income: 2_000_000, term: '12', province: '01', groups: ['near_poor'] });
  assert.equal(await textOf(page, '#plan-pension'), money(plan.pension));
  assert.equal(await textOf(page, '#plan-share-total'), `${money(plan.participant_total)} đồng`);
  assert.equal(await textOf(page, '#plan-state-total'), `${money(plan.central_total)} đồng`);
  assert.equal(await textOf(page, '#plan-place-total'), `${money(plan.local_total)} đồng`);
  assert.equal(await textOf(page, '#plan-months'), String(plan.months));
  await page.locator('#plan label', { hasText: 'Muốn có lương hưu' }).click();
  await page.fill('#plan-amount', '2.000.000');
  const wished = ansinh.plan({ sex: 'F', birth: '1980-03', from: '2026-11', target_pension: '2.000.000', term: '12', province: '01', groups: ['near_poor'] });
  assert.equal(await textOf(page, '#plan-income'), `${money(wished.income)} đồng`);

  await page.click('#why summary');
  const { explanation } = ansinh.explain({ ...request, income: 2_000_000, term: '12' });
  assert.equal(await textOf(page, '#opening'), explanation.opening);
  const steps = await page.locator('.steps li').allInnerTexts();
  assert.equal(steps.length, explanation.steps.length);
  explanation.steps.forEach((step, i) => assert.ok(steps[i].startsWith(step.text), steps[i]));
  await page.click('#language');
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  assert.match(await textOf(page, '#opening'), /^Settled/);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('two choices side by side', async () => {
  const page = await open(browser, choice);
  await page.click('#keep');
  await page.fill('#income', '3.000.000');
  const [before_, now] = [2_000_000, 3_000_000].map((income) => ansinh.assess({ paid_on: '22/11/2026', province: '01', groups: ['near_poor'], income, term: '12' }));
  for (const part of ['participant_share', 'central_support', 'local_top_up', 'contribution']) {
    const more = now[part] - before_[part];
    assert.deepEqual(await page.locator(`#compare tr[data-part=${part}] td`).allInnerTexts(), [money(before_[part]), money(now[part]), `${more > 0 ? '+' : ''}${money(more)}`]);
  }
  await page.click('#drop');
  assert.equal(await page.locator('#keep').count(), 1);
  await page.context().close();
});

test('what is not known and not settled is said in plain words', async () => {
  const page = await open(browser, '#d=22%2F11%2F2026&p=04&i=1500000');
  assert.match(await textOf(page, '[data-flag=local_unknown]'), /^Chưa có dữ liệu về hỗ trợ của tỉnh/i);
  assert.equal(await textOf(page, '.parts .local_top_up dt'), 'Địa phương hỗ trợ (chưa có dữ liệu)', 'nothing known is not nothing given');
  await page.selectOption('#province', '');
  assert.equal(await page.locator('#no-province').count(), 1);
  await page.context().close();
});

test('law that was verified long ago is said to be old', async () => {
  for (const [day, old] of [['2026-11-22T12:00:00', false], ['2027-05-20T12:00:00', false], ['2027-05-26T12:00:00', true]]) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, timezoneId: 'Asia/Ho_Chi_Minh' });
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(`${day}+07:00`));
    await page.goto(file.href);
    await page.waitForSelector('html[data-ready]');
    assert.equal(await page.locator('#old').count(), old ? 1 : 0, day);
    if (old) assert.match(await textOf(page, '#old'), /rà soát lần cuối ngày 22\/11\/2026/);
    // The day of payment is the day on the device until somebody changes it.
    assert.equal(await page.inputValue('#paid_on'), day.slice(0, 10).split('-').reverse().join('/'));
    await context.close();
  }
});

test('every field refuses what is no value of it, in words, and the focus goes there', async () => {
  const page = await open(browser, '#d=22%2F11%2F2026&p=01&i=1500000');
  await page.locator('details summary', { hasText: 'Thông tin khác' }).click();
  const wrong = ['abc', '1.500.000đ', '１５０００００', '-1', '1,5', '99999999999999999999', '<img src=x onerror=alert(1)>', '0x10', '1e6', 'một triệu'];
  const cases = [
    ['income', [...wrong, '', '1499999', '50.650.000']],
    ['paid_on', ['abc', '', '30/02/2026', '２２/11/2026', '2026', '01/01/2007', '01/01/2031', '-1']],
    ['months_supported', ['121', 'x', '-1', '1.5']],
    ['other_support', wrong],
    ['first_month', ['13/2026', 'abc', '2026']],
    ['locality', ['x', '1', '１２３']],
    ['fund_return_rate', ['abc', '1', '-0.1', '0.31đ']],
  ];
  for (const [field, texts] of cases) {
    const good = await page.inputValue(`#${field}`);
    for (const text of texts) {
      await page.fill(`#${field}`, text);
      const said = await textOf(page, '#refused .fault');
      const request = { paid_on: '22/11/2026', province: '01', income: '1500000', term: '1', groups: [], [field]: text };
      assert.equal(said, ansinh.tryAssess(request).message, `${field} ${text}`);
      assert.equal(await page.locator('#amount-contribution').count(), 0);
      await page.locator('#mend').click();
      assert.equal(await page.evaluate(() => document.activeElement.id), field, text);
      assert.equal(await page.getAttribute(`#${field}`, 'aria-invalid'), 'true');
      assert.ok((await textOf(page, `#${field}-fault`)).includes(said));
      assert.equal(await page.inputValue(`#${field}`), text, 'what was typed stays');
      // Return asks for the result, and leads to what is in its way.
      await page.focus('#province');
      await page.focus(`#${field}`);
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement.id), field);
    }
    await page.fill(`#${field}`, good);
    assert.equal(await page.locator('#refused').count(), 0);
  }
  // Of a plan.
  await page.locator('#plan label', { hasText: 'Nữ' }).click();
  for (const text of ['abc', '13/1980', '1850-13', '３/1980']) {
    await page.fill('#plan-birth', text);
    assert.equal(await textOf(page, '#plan-fault'), ansinh.tryPlan({ sex: 'F', birth: text, from: '2026-11', income: '1500000', term: '1', province: '01' }).message);
    assert.equal(await page.getAttribute('#plan-birth', 'aria-invalid'), 'true');
  }
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a link brings the same choice back, and one that was tampered with is set aside', async () => {
  const page = await open(browser, choice);
  const link = await page.inputValue('#link');
  assert.ok(link.startsWith(`${file.href}#`) && !link.includes('?'));
  const shown = await textOf(page, '#amount-participant_share');
  const again = await open(browser, link.slice(link.indexOf('#')));
  assert.equal(await textOf(again, '#amount-participant_share'), shown);
  assert.equal(await again.inputValue('#link'), link);
  // The QR code is of the result, since the page is a file here.
  assert.match(await again.getAttribute('#qr', 'data-text'), /1\.320\.000 đồng/);
  await again.context().close();
  for (const bad of ['#i=<script>alert(1)</script>', '#i=1500000&i=2000000', '#x=1', '#__proto__=1', '#constructor=x', '#i=1500000%22onload=alert(1)', '#p=99', '#f=99', '#g=rich', '#g=javascript:alert(1)',
    '#d=hôm nay', '#t=VS2;drop', `#i=${'1'.repeat(500)}`, '#l=fr', '#p=01&f=79', '#i=%FF', '#i=1500000&toString=1', '#javascript:alert(1)', '#i=-1', '#i=1e6', '#s=<img src=x onerror=alert(1)>']) {
    const tampered = await open(browser, bad);
    assert.equal(await tampered.locator('#bad-link').count(), 1, bad);
    assert.equal(await tampered.inputValue('#province'), '', bad);
    assert.deepEqual(tampered.faults, [], bad);
    await tampered.context().close();
  }
  // Values of the right form that the law refuses are refused by the law.
  const refused = await open(browser, '#i=1&d=22%2F11%2F2026');
  assert.equal(await refused.locator('#bad-link').count(), 0);
  assert.match(await textOf(refused, '#refused .fault'), /thấp hơn/);
  await refused.context().close();
  await page.context().close();
});

test('whatever stands after the #, the page goes on working and runs nothing of it', async () => {
  const page = await open(browser);
  // A generator of its own, so that a failure can be repeated.
  let state = 20261127;
  const next = (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % most;
  };
  const pieces = ['d', 'i', 'p', 'g', 't', 'l', 's', 'y', 'q', 'a', '=', '&', '%', '%00', '<script>', '">', "'", 'javascript:', '1500000', '22%2F11%2F2026', '01', 'poor', '|', 'VS2', '\u0111', '#', '?', '__proto__', 'constructor', '${1}', '\n', ' '];
  for (let round = 0; round < 400; ++round) {
    const fragment = Array.from({ length: 1 + next(14) }, () => pieces[next(pieces.length)]).join('');
    const shown = await page.evaluate((hash) => new Promise((resolve) => {
      const done = () => resolve({ result: document.querySelector('#amount-contribution, #refused') !== null, scripts: document.scripts.length });
      addEventListener('hashchange', () => queueMicrotask(done), { once: true });
      const before = location.hash;
      location.hash = hash;
      if (location.hash === before) done();
    }), fragment);
    assert.deepEqual(shown, { result: true, scripts: 1 }, fragment);
  }
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('the whole page by the keyboard', async () => {
  const page = await open(browser);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'result', 'the first stop leads to the result');
  await page.focus('#slider');
  const level = Number(await page.inputValue('#slider'));
  for (let i = 0; i < 3; ++i) await page.keyboard.press('ArrowRight');
  assert.equal(Number(await page.inputValue('#slider')), level + 3);
  assert.equal(await page.inputValue('#income'), '1.650.000');
  // Every control can be reached, and shows that it has the focus.
  await page.focus('#income');
  const seen = new Set();
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      const shown = at.matches('.chip input') ? at.nextElementSibling : at;
      return { id: at.id || at.value || at.textContent, name: at.tagName, outline: getComputedStyle(shown).outlineStyle };
    });
    if (stop.name === 'BODY') break;
    assert.notEqual(stop.outline, 'none', JSON.stringify(stop));
    seen.add(stop.id);
  }
  for (const id of ['slider', 'province', 'paid_on', 'plan-birth', 'keep', 'print', 'link', 'copy']) assert.ok(seen.has(id), `${id} in ${[...seen]}`);
  await page.context().close();
});

test('axe-core finds nothing, in both languages, with every part open and with a refusal', async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const size of [{ width: 1280, height: 900 }, { width: 360, height: 740 }]) {
    for (const fragment of [choice, choice.replace('l=vi', 'l=en'), '#i=1&d=22%2F11%2F2026', '#x=1', '#d=22%2F11%2F2026&p=04&i=1500000']) {
      // axe is put into the page from outside: its policy would not run it.
      const page = await open(browser, fragment, { viewport: size, bypassCSP: true });
      for (const summary of await page.locator('summary').all()) await summary.click();
      if (await page.locator('#keep').count()) await page.click('#keep');
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`), [], fragment);
      assert.ok(passes.length > 20);
      await page.context().close();
    }
  }
});

test('at 360 px, and there with text at 200 %, nothing is cut off sideways', async () => {
  for (const percent of [100, 200]) {
    for (const fragment of [choice, choice.replace('l=vi', 'l=en'), '#i=1&d=22%2F11%2F2026']) {
      const page = await open(browser, fragment, { viewport: { width: 360, height: 740 } });
      await page.evaluate((size) => { document.documentElement.style.fontSize = `${size}%`; }, percent);
      for (const summary of await page.locator('summary').all()) await summary.click();
      const { wide, width } = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        wide: [...document.querySelectorAll('body *')].filter((item) => item.closest('.scroll') === null && !item.matches('.skip') && item.getBoundingClientRect().right > innerWidth + 1).map((item) => item.outerHTML.slice(0, 120)),
      }));
      assert.deepEqual(wide, [], `${percent} % ${fragment}`);
      assert.equal(width, 360);
      await page.context().close();
    }
  }
});

test('the leaflet is one page of A5 with its text intact', async () => {
  for (const [name, fragment] of [['settled', choice], ['en', choice.replace('l=vi', 'l=en')], ['unknown', '#d=22%2F11%2F2026&p=04&i=1.700.000&t=VS5&g=near_poor|ethnic_minority&m=100']]) {
    const page = await open(browser, fragment);
    const path = `${pictures}leaflet-${name}.pdf`;
    writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
    assert.match(info, /Pages:\s+1\n/, name);
    const [, width, height] = info.match(/Page size:\s+([\d.]+) x ([\d.]+) pts/);
    assert.deepEqual([Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)], [148, 210]);
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).normalize('NFC');
    const wanted = name === 'en' ? ['Voluntary social insurance', 'You pay each month', 'The law was last verified on 22/11/2026'] : ['Bảo hiểm xã hội tự nguyện', 'Bạn đóng mỗi tháng', 'Nhà nước hỗ trợ', 'Luật được rà soát lần cuối ngày 22/11/2026'];
    if (name === 'unknown') wanted.push('Chưa có dữ liệu về hỗ trợ của tỉnh', 'Cao Bằng');
    for (const part of [...wanted, await textOf(page, '#monthly'), await textOf(page, '#amount-contribution')]) assert.ok(text.includes(part), `${name}: ${part}\n${text}`);
    execFileSync('pdftoppm', ['-r', '90', '-png', '-singlefile', path, path.replace('.pdf', '')]);
    await page.context().close();
  }
});

test('ready soon, and a move of the slider is on the screen within 4 ms of work', async () => {
  const starts = [];
  for (let i = 0; i < 5; ++i) {
    const cold = await launch();
    const page = await open(cold, choice);
    starts.push(await page.evaluate(() => performance.getEntriesByName('ansinh-ready')[0].startTime));
    await cold.close();
  }
  const page = await open(browser, choice.replace('#', '#').replace('&t=12', '&t=1'));
  const moves = await page.evaluate(async () => {
    const slider = document.getElementById('slider');
    const times = [];
    for (let level = 0; level < 300; ++level) {
      const start = performance.now();
      slider.value = String(level);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      // Style and layout are done when a place is asked for.
      document.getElementById('monthly').getBoundingClientRect();
      document.body.getBoundingClientRect();
      times.push(performance.now() - start);
      if (level % 20 === 0) await new Promise(requestAnimationFrame);
    }
    return times.sort((a, b) => a - b);
  });
  const middle = moves[moves.length / 2];
  console.log(`ready after ${starts.map((time) => time.toFixed(0)).sort((a, b) => a - b)[2]} ms (five cold starts, the middle one; goal 300); a slider move ${middle.toFixed(1)} ms (300 moves, the middle one; goal 4), nine of ten within ${moves[Math.floor(moves.length * 0.9)].toFixed(1)} ms`);
  // With room for a busy machine.
  assert.ok(Math.min(...starts) < 600, `${starts}`);
  assert.ok(middle < 8, `${middle}`);
  await page.context().close();
});

test('pictures to be looked at', async () => {
  for (const [name, viewport] of [['phone', { width: 360, height: 740 }], ['desktop', { width: 1280, height: 900 }]]) {
    const page = await open(browser, choice, { viewport, deviceScaleFactor: 1 });
    await page.screenshot({ path: `${pictures}${name}.png`, fullPage: true });
    await page.screenshot({ path: `${pictures}${name}-top.png` });
    await page.context().close();
  }
});

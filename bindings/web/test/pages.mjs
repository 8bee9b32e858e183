// A real Chromium with the built page, from its file, without a network.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const file = new URL('../../../build/web/index.html', import.meta.url);
export const pictures = fileURLToPath(new URL('../../../build/web-pictures/', import.meta.url));

export async function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}

/** A page opened from the file, offline; `requests` and `faults` fill while it lives. */
export async function open(browser, fragment = '', options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN', ...options });
  await context.setOffline(true);
  const page = await context.newPage();
  page.requests = [];
  page.faults = [];
  page.on('request', (request) => page.requests.push(request.url()));
  page.on('pageerror', (error) => page.faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && page.faults.push(message.text()));
  page.on('dialog', (dialog) => {
    page.faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(file.href + fragment);
  await page.waitForSelector('html[data-ready]');
  return page;
}

const directory = new URL('../../../tests/vectors/', import.meta.url);
export const vectors = readdirSync(directory)
  .filter((name) => name.endsWith('.jsonl') && name !== 'refunds.jsonl')
  .flatMap((name) => readFileSync(new URL(name, directory), 'utf8').trim().split('\n').map((line) => JSON.parse(line)));

/** An amount as the page prints it. */
export const money = (amount) => String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, '.');

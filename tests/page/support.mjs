// A browser without a window, what its pages say and ask for, and checks that end the test.
import { createRequire } from 'node:module';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const browser = '/usr/bin/chromium';
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** playwright-core, from the folder where the page was built ($STEMMA_WEB), else from web/. */
export async function launch() {
  if (!existsSync(browser)) throw new Error(`no ${browser}: install Debian's package chromium`);
  const web = process.env.STEMMA_WEB ?? fileURLToPath(new URL('../../web', import.meta.url));
  const { chromium } = createRequire(join(web, 'package.json'))('playwright-core');
  return chromium.launch({ executablePath: browser, args: flags });
}

export function check(holds, what) {
  if (!holds) throw new Error(what);
}

export function checkEqual(found, expected, what) {
  check(
    found === expected,
    `${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`,
  );
}

/** A page that remembers what its console said and what it asked the network for. */
export async function openPage(context, url) {
  const page = await context.newPage();
  const said = [];
  const asked = [];
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  page.on('dialog', (dialog) => {
    said.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && request.url() !== url) asked.push(request.url());
  });
  await page.goto(url);
  return { page, said, asked };
}

const holder = /(<script type="application\/json" id="stemma-data">)([^]*?)(<\/script>)/;

export function dataOf(file) {
  const found = holder.exec(readFileSync(file, 'utf8'));
  check(found, `${file} holds no data`);
  return JSON.parse(found[2]);
}

/** The page of `file` with other data. */
export function writePage(file, data, to) {
  const text = JSON.stringify(data).replaceAll('<', '\\u003c');
  writeFileSync(
    to,
    readFileSync(file, 'utf8').replace(holder, (_, a, __, b) => a + text + b),
  );
}

/** Where a node stands in the window, from the graph library that draws it. */
export async function placeOf(page, id) {
  const place = await page.evaluate((wanted) => {
    const holder = document.getElementById('graph');
    const node = holder._cyreg.cy.getElementById(`n:${wanted}`);
    if (node.length === 0 || node.hasClass('hidden')) return null;
    const at = node.renderedPosition();
    const box = holder.getBoundingClientRect();
    return { x: box.left + at.x, y: box.top + at.y };
  }, id);
  check(place, `node ${id} is not in the picture`);
  return place;
}

/** A point on an edge that no node covers. */
export async function placeOfEdge(page, from, to) {
  const place = await page.evaluate(
    ([a, b]) => {
      const holder = document.getElementById('graph');
      const edge = holder._cyreg.cy
        .edges()
        .filter((one) => one.data('source') === `n:${a}` && one.data('target') === `n:${b}`)[0];
      if (!edge) return null;
      const at = edge.renderedMidpoint();
      const box = holder.getBoundingClientRect();
      return { x: box.left + at.x, y: box.top + at.y };
    },
    [from, to],
  );
  check(place, `no edge from ${from} to ${to} is in the picture`);
  return place;
}

export function text(page, selector) {
  return page.locator(selector).innerText();
}

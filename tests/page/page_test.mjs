// Opens an exported page in a browser and does what a reader does.
// usage: node page_test.mjs PAGE.html SHOTS_FOLDER [http://127.0.0.1:PORT/ of stemma serve]
// PAGE.html is `stemma export html obs-news` of examples/china-cables.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostilePage, emptyPage, circlePage } from './made_up.mjs';
import { livePage } from './live.mjs';
import { check, checkEqual, launch, openPage, placeOf, placeOfEdge, text } from './support.mjs';

const [file, shots, server] = process.argv.slice(2);
if (!file || !shots) {
  console.error('usage: node page_test.mjs PAGE.html SHOTS_FOLDER [SERVER_URL]');
  process.exit(2);
}
mkdirSync(shots, { recursive: true });

const chain = ['obs-news', 'afp-ar', 'afp-fr', 'china-cables'];

async function findsTheChain(page) {
  for (const id of chain) await placeOf(page, id);
  const ys = [];
  for (const id of chain) ys.push((await placeOf(page, id)).y);
  check(
    ys.every((y, i) => i === 0 || y > ys[i - 1]),
    'newest is not on top',
  );
  check((await text(page, '#side')).includes('Made 20'), 'the page does not say when it was made');
}

async function clicksANode(page) {
  const at = await placeOf(page, 'obs-news');
  await page.mouse.move(at.x, at.y);
  await page.waitForSelector('#hover:not([hidden])');
  const line = await text(page, '#hover');
  check(line.includes('4 hops from an origin'), `hovering says “${line}”`);
  await page.mouse.click(at.x, at.y);
  await page.waitForSelector('.details h2');
  const side = await text(page, '#side');
  for (const words of [
    '4 hops from an origin',
    'Findings',
    'acronym-mismatch',
    'EVERY CHAIN',
    'Evidence in it',
    'Jean-Yves Laudrian',
    'translated from',
  ]) {
    check(side.toLowerCase().includes(words.toLowerCase()), `details lack “${words}”`);
  }
  const ringed = await page.evaluate(() =>
    document
      .getElementById('graph')
      ._cyreg.cy.nodes('.choke')
      .map((node) => node.data('id0'))
      .sort()
      .join(' '),
  );
  checkEqual(ringed, 'afp-ar afp-fr china-cables', 'choke points');
}

async function clicksAnEdge(page) {
  const at = await placeOfEdge(page, 'obs-news', 'afp-ar');
  await page.mouse.click(at.x, at.y);
  await page.waitForSelector('.relation');
  const side = await text(page, '#side');
  for (const words of [
    'inferred',
    'translated from',
    'Jean-Yves Laudrian',
    'لودريان',
    'order of sentences',
    'two languages',
  ]) {
    check(side.includes(words), `the edge’s details lack “${words}”`);
  }
  // Words of two quotes in one language are compared.
  await page.fill('#search', 'pure slander');
  await page.click('.hit[data-id="obs-news#6-embassy"]');
  await page.locator('.edge-button', { hasText: 'lifted from' }).first().click();
  await page.waitForSelector('.sides');
  checkEqual(await page.locator('.sides del').first().innerText(), 'slander', 'word of the copy');
  checkEqual(await page.locator('.sides ins').first().innerText(), 'fabrication', 'its source’s');
}

async function filters(page) {
  const state = () => text(page, '#state');
  const before = await state();
  await page.click('#filters-toggle');
  await page.uncheck('input[name="kind"][value="speaker"]');
  check((await state()).includes('without speakers'), 'the state line does not name the filter');
  check((await state()) !== before, 'hiding speakers changed nothing');
  await page.uncheck('input[name="status"][value="inferred"]');
  check((await state()).includes('without inferred edges'), 'statuses are not filtered');
  await page.fill('#confidence', '50');
  check((await state()).includes('confidence from 0.50'), 'confidence is not filtered');
  await page.click('#clear');
  checkEqual(await state(), before, 'after clearing');
  check(
    await page.isChecked('input[name="kind"][value="speaker"]'),
    'a cleared box stays unchecked',
  );
  await page.click('#filters-toggle');
}

async function movesTheSlider(page) {
  const shown = (id) =>
    page.evaluate(
      (wanted) =>
        !document
          .getElementById('graph')
          ._cyreg.cy.getElementById(`n:${wanted}`)
          .hasClass('hidden'),
      id,
    );
  await page.focus('#as-of');
  await page.keyboard.press('Home');
  checkEqual(await text(page, '#as-of-value'), '2018-08-10', 'the first date');
  check(!(await shown('afp-fr')), 'a work of 2019 is shown as of 2018');
  check(await shown('un-committee-2018'), 'a work of 2018 is hidden as of 2018');
  check(await shown('obs-news'), 'an undated work is hidden');
  check((await text(page, '#as-of-note')).includes('undated'), 'nothing is said of undated works');
  await page.keyboard.press('End');
  checkEqual(await text(page, '#as-of-value'), 'all dates', 'the end of the slider');
}

async function usesTheKeyboard(page) {
  const selected = () =>
    page.evaluate(() =>
      document
        .getElementById('graph')
        ._cyreg.cy.nodes('.chosen')
        .map((node) => node.data('id0'))
        .join(),
    );
  await page.focus('#graph');
  await page.keyboard.press('Escape');
  checkEqual(await selected(), '', 'after Esc');
  await page.keyboard.press('ArrowDown');
  checkEqual(await selected(), 'obs-news', 'the first key');
  await page.keyboard.press('ArrowDown');
  checkEqual(await selected(), 'afp-ar', 'down');
  await page.keyboard.press('ArrowUp');
  checkEqual(await selected(), 'obs-news', 'up');
  await page.keyboard.press('c');
  check((await text(page, '#state')).includes('only the chains of obs-news'), 'c shows no chains');
  await placeOf(page, 'china-cables');
  const inChain = await page.evaluate(
    () => document.getElementById('graph')._cyreg.cy.nodes().length,
  );
  check(inChain > 3 && inChain < 30, `the chain has ${inChain} nodes`);
  await page.keyboard.press('c');
  await page.keyboard.press('?');
  check(await page.isVisible('#help'), '? shows no help');
  await page.keyboard.press('Escape');
  check(!(await page.isVisible('#help')), 'Esc leaves the help open');
  await page.keyboard.press('/');
  await page.keyboard.type('ICIJ');
  // Hits of the first letters may come first.
  await page.waitForFunction(() => document.querySelector('.hit')?.dataset.id.includes('icij'));
  await page.keyboard.press('Escape');
}

async function readsTheTable(page) {
  await page.click('#mode-table');
  const rows = await page.locator('#nodes-table tbody tr').count();
  check((await text(page, '#nodes-table caption')).startsWith(`${rows} node`), 'rows and caption');
  const ids = () =>
    page.$$eval('#nodes-table tbody tr', (all) => all.map((row) => row.dataset.row));
  const button = page.locator('#nodes-table th button', { hasText: /^id/ });
  await button.click();
  const up = await ids();
  check(up[0] < up[up.length - 1], 'sorting by id did not sort');
  checkEqual(
    await page.locator('#nodes-table th[aria-sort="ascending"]').innerText(),
    'id',
    'aria-sort',
  );
  await button.click();
  checkEqual((await ids()).join(), [...up].reverse().join(), 'sorted the other way');
  await page.locator('#edges-table th button', { hasText: 'status' }).click();
  check((await text(page, '#edges-table')).includes('translated from'), 'the edges lack a verb');
  await page.locator('#nodes-table tr[data-row="obs-news"] .node-button').click();
  check((await text(page, '#side')).includes('obs-news'), 'a row does not open its details');
  await page.locator('#nodes-table th button', { hasText: /^date/ }).click();
  await page.screenshot({ path: join(shots, 'table.png') });
  await page.click('#mode-picture');
}

async function exports(page) {
  for (const format of ['svg', 'png']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click(`#export-${format}`),
    ]);
    checkEqual(download.suggestedFilename(), `obs-news.${format}`, 'name of the file');
    await download.saveAs(join(shots, `export.${format}`));
  }
  const svg = readFileSync(join(shots, 'export.svg'), 'utf8');
  for (const words of ['2019-11-27', 'undated', 'China Cables', 'Made 20', 'stroke-dasharray']) {
    check(svg.includes(words), `the SVG lacks “${words}”`);
  }
  const png = readFileSync(join(shots, 'export.png'));
  check(
    png.subarray(1, 4).toString() === 'PNG' && png.readUInt32BE(16) > 800,
    'no PNG, or a small one',
  );
  check(statSync(join(shots, 'export.png')).size > 20_000, 'the PNG is empty');
}

async function exportedPage(context) {
  const { page, said, asked } = await openPage(context, pathToFileURL(resolve(file)).href);
  await findsTheChain(page);
  await page.screenshot({ path: join(shots, 'light.png') });
  await clicksANode(page);
  await page.screenshot({ path: join(shots, 'node.png') });
  await clicksAnEdge(page);
  await page.screenshot({ path: join(shots, 'edge.png') });
  await filters(page);
  await movesTheSlider(page);
  await usesTheKeyboard(page);
  await readsTheTable(page);
  await exports(page);
  await page.click('#theme');
  checkEqual(await page.evaluate(() => document.documentElement.dataset.theme), 'dark', 'theme');
  await page.screenshot({ path: join(shots, 'dark.png') });
  await page.pdf({ path: join(shots, 'print.pdf'), format: 'A4' });
  checkEqual(said.join('; '), '', 'console');
  checkEqual(asked.join(' '), '', 'requests');
  await page.close();
}

const browser = await launch();
try {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    colorScheme: 'light',
    acceptDownloads: true,
  });
  await exportedPage(context);
  await hostilePage(context, file, shots);
  await circlePage(context, file, shots);
  await emptyPage(context, file, shots);
  if (server) await livePage(context, server, shots);
  console.log('the page does what it should');
} catch (error) {
  console.error(`page_test: ${error.message.split('\n')[0]}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}

// Pages with data made to go wrong: markup in names, a circle, code points, nothing at all.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check, checkEqual, dataOf, openPage, text, writePage } from './support.mjs';

const markup = '<img src=x onerror=alert(1)>';

async function open(context, file, data, to) {
  writePage(file, data, to);
  return openPage(context, pathToFileURL(resolve(to)).href);
}

function base(file) {
  return { ...dataOf(file), asked: [], choke_points: [], circles: [], nodes: [], edges: [] };
}

function node(id, more = {}) {
  return { id, kind: 'article', label: id, date: null, start: null, end: null, ...more };
}

function edge(from, to, more = {}) {
  return {
    from,
    to,
    kind: 'derived_from',
    status: 'asserted',
    sourcing: true,
    confidence: null,
    assertions: 1,
    evidence: [],
    ...more,
  };
}

/** Words of the data stay words, wherever they go; and positions count code points. */
export async function hostilePage(context, file, shots) {
  const data = base(file);
  const words = `😀😀 before ${markup} after`;
  const start = 10; // in code points; two of them take two UTF-16 units
  data.asked = [markup];
  data.nodes = [
    node(markup, {
      label: markup,
      url: 'javascript:alert(1)',
      text: words,
      fields: { [markup]: markup, link: 'https://example.org/?a=<b>' },
      findings: [
        {
          rule: markup,
          severity: 'note',
          message: markup,
          because: [markup],
          start,
          end: start + markup.length,
          exact: markup,
          related: [],
        },
      ],
    }),
    node('rtl', { label: 'جان إيف لودريان', kind: 'speaker' }),
    node('</script><script>alert(2)</script>'),
  ];
  data.edges = [
    edge(markup, 'rtl', {
      kind: markup,
      because: markup,
      as_printed: markup,
      status: 'extracted',
      counts: { right: 35, fired: 36 },
      confidence: 0.858,
      evidence: [{ in: markup, start, end: start + markup.length }],
    }),
  ];
  const { page, said, asked } = await open(context, file, data, join(shots, 'hostile.html'));
  await page.fill('#search', 'onerror');
  await page.click('.hit');
  checkEqual(await page.locator('.details h2').innerText(), markup, 'the label');
  checkEqual(await page.locator('.evidence mark').first().innerText(), markup, 'the marked words');
  checkEqual(
    await page.locator('.finding mark').first().innerText(),
    markup,
    'the finding’s words',
  );
  checkEqual(await page.locator('#side a[href^="javascript"]').count(), 0, 'links to scripts');
  const link = page.locator('#side a[href^="https://example.org"]');
  checkEqual(await link.getAttribute('rel'), 'noreferrer noopener', 'rel of a link');
  await page.locator('.edge-button').first().click();
  check((await text(page, '#side')).includes('right 35 of 36'), 'confidence is not in words');
  await page.click('#mode-table');
  checkEqual(await page.locator('img').count(), 0, 'elements made from words of the data');
  await page.click('#mode-picture');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#export-svg')]);
  await download.saveAs(join(shots, 'hostile.svg'));
  await page.goto(pathToFileURL(resolve(shots, 'hostile.svg')).href);
  checkEqual(await page.locator('img, script').count(), 0, 'elements in the SVG');
  checkEqual(said.join('; '), '', 'console, with markup in the data');
  check(
    asked.every((url) => url.endsWith('hostile.svg')),
    `requests: ${asked.join(' ')}`,
  );
  await page.close();
}

/** Circles, corrections and open dates have their signs. */
export async function circlePage(context, file, shots) {
  const data = base(file);
  const day = (text) => Date.parse(`${text}T00:00:00Z`);
  const dated = (id, date, more) =>
    node(id, {
      date,
      start: day(date.slice(0, 10)),
      end: day(date.slice(0, 10)) + 86_400_000,
      ...more,
    });
  const round = (id, date) =>
    dated(id, date, { circle: 0, depth: { min: null, max: null }, ends: { circle: 1 } });
  data.asked = ['a'];
  data.nodes = [
    round('a', '2019-03-07'),
    round('b', '2019-03-06'),
    round('c', '2019-03-04'),
    dated('late', '2019-05-20/..', { end: null, corrected: [{ by: 'a', how: 'retraction' }] }),
    node('early', { date: '../1530', end: day('1531-01-01') }),
  ];
  data.edges = [
    edge('a', 'b'),
    edge('b', 'c', { status: 'disputed' }),
    edge('c', 'a'),
    edge('late', 'a', { kind: 'cites' }),
    edge('c', 'early', { kind: 'cites' }),
  ];
  data.circles = [{ nodes: ['a', 'b', 'c'], round: ['a', 'b', 'c'] }];
  const { page, said } = await open(context, file, data, join(shots, 'circle.html'));
  const found = await page.evaluate(() => {
    const { cy } = document.getElementById('graph')._cyreg;
    return {
      haloed: cy.nodes('.circle').length,
      round: cy.edges('.round').length,
      late: cy.getElementById('n:late').data('label'),
      early: cy.getElementById('n:early').data('label'),
    };
  });
  checkEqual(found.haloed, 3, 'nodes with a halo');
  checkEqual(found.round, 3, 'edges of the circle');
  check(/retracted[^]*↑/.test(found.late), `the later node says “${found.late}”`);
  check(found.early.includes('↓ or earlier'), `the earlier node says “${found.early}”`);
  await page.fill('#search', 'late');
  await page.click('.hit[data-id="late"]');
  const side = await text(page, '#side');
  check(side.includes('2019-05-20 or later') && side.includes('retraction by'), 'details of late');
  await page.screenshot({ path: join(shots, 'circle.png') });
  checkEqual(said.join('; '), '', 'console, with a circle');
  await page.close();
}

export async function emptyPage(context, file, shots) {
  const data = { ...base(file), withheld: { nodes: 3, edges: 7, texts: 12, by: 40 } };
  const { page, said } = await open(context, file, data, join(shots, 'empty.html'));
  check(
    (await text(page, '#nothing')).startsWith('nothing to show:'),
    'nothing is said of nothing',
  );
  const side = await text(page, '#side');
  check(side.includes('3 private nodes') && side.includes('12 article texts'), 'what was withheld');
  checkEqual(said.join('; '), '', 'console, without nodes');
  await page.close();
}

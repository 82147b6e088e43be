// The page over a live store: search first, then load, then load more.
import { join } from 'node:path';
import { check, checkEqual, openPage, placeOf, text } from './support.mjs';

export async function livePage(context, server, shots) {
  const { page, said, asked } = await openPage(context, server);
  check(
    (await text(page, '#nothing')).startsWith('Search the store'),
    'the live page starts empty',
  );
  await page.fill('#search', 'Observatory');
  await page.click('.hit[data-id="obs"]');
  const count = () =>
    page.evaluate(() => document.getElementById('graph')._cyreg.cy.nodes().length);
  await page.locator('#side .id', { hasText: /^obs$/ }).waitFor();
  const before = await count();
  await page.fill('#search', 'icij-china-cables');
  await page.click('.hit[data-id="icij-china-cables"]');
  await page.locator('#side .id', { hasText: /^icij-china-cables$/ }).waitFor();
  await placeOf(page, 'icij-china-cables');
  await page.click('[data-action="neighbours"]');
  await page.waitForFunction(() =>
    / more|already/.test(
      document.getElementById('spoken').textContent + document.getElementById('side').textContent,
    ),
  );
  await page.screenshot({ path: join(shots, 'live.png') });
  check((await count()) >= before, 'loading neighbours lost nodes');
  check(
    asked.every((url) => url.startsWith(server)),
    `requests elsewhere: ${asked.join(' ')}`,
  );
  checkEqual(said.join('; '), '', 'console of the live page');
  // The audit is asked for once a work is looked at.
  await page.fill('#search', 'France calls on China');
  await page.click('.hit[data-id="obs-news"]');
  await page.locator('#side code', { hasText: 'acronym-mismatch' }).waitFor();
  // An answer that is an error is said in words.
  await page.route('**/api/find?*', (route) =>
    route.fulfill({
      status: 400,
      contentType: 'application/json',
      body: '{"error":"find: expected some text"}',
    }),
  );
  await page.fill('#search', 'zz');
  await page.waitForFunction(() =>
    document.getElementById('hits').textContent.includes('expected some text'),
  );
  await page.close();
}

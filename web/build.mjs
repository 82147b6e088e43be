// Bundles src/ into one file that needs no network: node build.mjs [FOLDER], else $STEMMA_PAGE_DIR,
// else dist/ beside this file. Writes FOLDER/page.html.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2] ?? process.env.STEMMA_PAGE_DIR ?? join(here, 'dist'));

async function bundled(entry) {
  const result = await build({
    entryPoints: [join(here, 'src', entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2022'],
    charset: 'utf8',
    legalComments: 'inline',
    logLevel: 'warning',
  });
  return result.outputFiles[0].text.trim();
}

// Replaces a mark that must be there once; a function, so that "$&" in the text means nothing.
function put(page, mark, text) {
  if (page.split(mark).length !== 2) throw new Error(`page.html must hold ${mark} exactly once`);
  return page.replace(mark, () => text);
}

/** What the licences of the bundled packages ask for: their notices, in a comment. */
function notices() {
  return ['cytoscape', 'diff']
    .map((name) => {
      const text = readFileSync(join(here, 'node_modules', name, 'LICENSE'), 'utf8');
      return `This page contains ${name}:\n\n${text.trim().replaceAll('--', '- -')}`;
    })
    .join('\n\n');
}

const script = (await bundled('main.ts')).replaceAll('</script', '<\\/script');
const style = await bundled('page.css');
const hash = createHash('sha256').update(script).digest('base64');
let page = readFileSync(join(here, 'src', 'page.html'), 'utf8');
page = put(page, '@@SCRIPT_HASH@@', `'sha256-${hash}'`);
page = put(page, '/*@@STYLE@@*/', style);
page = put(page, '/*@@SCRIPT@@*/', script);
page = put(page, '@@NOTICES@@', notices());
if (page.split('@@STEMMA_DATA@@').length !== 2) {
  throw new Error('the place for the data must be there exactly once');
}
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'page.html'), page);
console.log(`${join(folder, 'page.html')}: ${Math.ceil(page.length / 1024)} KB`);

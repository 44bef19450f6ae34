import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { root } from '../paths.mjs';

/** The documentation as pages, as it was at the last release. */
export const siteArchive = path.join(
  root,
  'packages',
  'demo',
  'docs-site.json.br',
);

/** What TechDocs serves of a site: it runs no scripts of pages. */
const isServed = name =>
  /\.(html|css)$/.test(name) ||
  ['techdocs_metadata.json', 'search/search_index.json'].includes(name);

/** The text of an archive with the pages of a site; pictures stay in docs. */
export function packSite(folder) {
  const names = fs
    .readdirSync(folder, { recursive: true })
    .map(name => name.split(path.sep).join('/'))
    .filter(isServed)
    .sort();
  const files = Object.fromEntries(
    names.map(name => [name, fs.readFileSync(path.join(folder, name), 'utf8')]),
  );
  return zlib.brotliCompressSync(JSON.stringify(files), {
    params: {
      [zlib.constants.BROTLI_PARAM_LGWIN]:
        zlib.constants.BROTLI_MAX_WINDOW_BITS,
    },
  });
}

/** Writes the pages of the archive, with the pictures of docs, to a folder. */
export function unpackSite(target) {
  const text = zlib.brotliDecompressSync(fs.readFileSync(siteArchive));
  fs.rmSync(target, { recursive: true, force: true });
  for (const [name, content] of Object.entries(JSON.parse(text))) {
    const file = path.join(target, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  fs.cpSync(path.join(root, 'docs', 'images'), path.join(target, 'images'), {
    recursive: true,
  });
}

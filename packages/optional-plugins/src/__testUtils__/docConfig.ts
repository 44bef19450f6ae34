import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const docs = path.resolve(__dirname, '../../../../docs');

/** The configuration in the block of a page that begins with a key. */
export function docConfig(page: string, key: string): any {
  const text = readFileSync(path.join(docs, page), 'utf8');
  const blocks = [...text.matchAll(/```yaml\n([^]*?)```/g)];
  const found = blocks
    .map(([, block]) => parse(block))
    .find(config => config && Object.hasOwn(config, key));
  if (!found) {
    throw new Error(`${page} has no configuration of ${key}`);
  }
  return found;
}

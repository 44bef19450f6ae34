import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const page = resolve(__dirname, '../../../../docs/differences.md');

/**
 * The rows of `docs/differences.md` that say _same_: the line of the reference
 * design, below its chapter.
 */
export function sameRows(): string[] {
  let chapter = '';
  return readFileSync(page, 'utf8')
    .split('\n')
    .flatMap(line => {
      chapter = /^## (.+)/.exec(line)?.[1] ?? chapter;
      const [design, here] = line
        .replace(/^\| /, '')
        .split(' | ')
        .map(cell => cell.replace(/\s*\|?$/, '').trim());
      return line.startsWith('| ') && /^same\b/.test(here ?? '')
        ? [`${chapter}: ${design}`]
        : [];
    });
}

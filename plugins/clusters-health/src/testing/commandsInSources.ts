import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Stands for a value that a command gets from the cluster. */
const VALUE = '…';
const INSERTED = /\$\{(?:[^`{}]|`[^`]*`|\{[^}]*\})*\}/g;
const TEMPLATE = new RegExp(
  `(?<!\`)(?:shellCommand|fixedCommand)\`((?:\\\\.|${INSERTED.source}|[^\`\\\\])*)\``,
  'gs',
);

/**
 * Every command that the sources in a folder can offer, as it is written there,
 * with `…` for each value.
 */
export function commandsInSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap(file => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(TEMPLATE),
    ])
    .map(([, text]) => text.replace(INSERTED, VALUE));
}

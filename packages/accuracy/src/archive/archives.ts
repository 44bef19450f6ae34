import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { casesFolder } from '../repositoryPaths';
import { archiveSchema, type KnownCase } from './KnownCase';

/**
 * Limit on the unpacked size, far above that of all archives, so that a broken
 * file cannot fill the memory.
 */
const MOST_BYTES = 256 * 1024 ** 2;

/** Names of the archives; the cases of an archive have the same author. */
export const archiveNames = ['recorded', 'reported', 'own'] as const;

/** Name of an archive. */
export type ArchiveName = (typeof archiveNames)[number];

function fileOf(name: ArchiveName): string {
  return resolve(casesFolder, `${name}.json.br`);
}

/** The cases of an archive. */
export function readArchive(name: ArchiveName): KnownCase[] {
  const text = brotliDecompressSync(readFileSync(fileOf(name)), {
    maxOutputLength: MOST_BYTES,
  }).toString('utf8');
  return archiveSchema.parse(JSON.parse(text));
}

/**
 * Writes the cases of an archive. All cases are compressed as one text,
 * because clusters are so similar that each then takes only a few hundred
 * bytes.
 */
export function writeArchive(
  name: ArchiveName,
  cases: readonly KnownCase[],
): void {
  const text = JSON.stringify(archiveSchema.parse(cases));
  writeFileSync(
    fileOf(name),
    brotliCompressSync(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
      },
    }),
  );
}

import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * Name of the files that record what was generated.
 *
 * @public
 */
export const RECORD_FILE = '.generated.json';

/** Version of the generator, written to each record. */
export const GENERATOR_VERSION = '0.1.0';

/**
 * What was generated: path to sha256 of its bytes.
 *
 * @public
 */
export type GeneratedRecord = {
  generator: { name: string; version: string };
  files: Record<string, string>;
};

const recordSchema: z.ZodType<GeneratedRecord> = z.object({
  generator: z.object({ name: z.string(), version: z.string() }),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

/**
 * Hexadecimal SHA-256 of a text's UTF-8 bytes.
 *
 * @public
 */
export function sha256(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex');
}

/** Writes a record: one path per line, sorted, so that diffs are small. */
export function writeRecord(files: Record<string, string>): string {
  const sorted = Object.fromEntries(
    Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const record: GeneratedRecord = {
    generator: { name: 'clusterworks', version: GENERATOR_VERSION },
    files: sorted,
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** Writes the record of files by their contents. */
export function recordOf(contents: Record<string, string>): string {
  return writeRecord(
    Object.fromEntries(
      Object.entries(contents).map(([path, text]) => [path, sha256(text)]),
    ),
  );
}

/**
 * Reads a record; undefined when the text is none.
 *
 * @public
 */
export function readRecord(text: string): GeneratedRecord | undefined {
  try {
    return recordSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

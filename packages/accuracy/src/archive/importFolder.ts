import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { truthSchema } from '../judge/truthSchema';
import type { KnownCase } from './KnownCase';

/** `truth.json` of a folder: verdict and codes by case. */
const shortTruthsSchema = z.record(
  z.string(),
  z.object({
    verdict: truthSchema.shape.verdict,
    findings: z.array(z.string()),
    may: z.array(z.string()).optional(),
    why: z.string().optional(),
  }),
);

type ShortTruths = z.infer<typeof shortTruthsSchema>;

/** Findings that many clusters have and that no case is about. */
const alwaysNeutral = ['karpenter/L12', 'karpenter/P8', 'karpenter/P10'];

/**
 * Codes of our own rules that `truth.json` expects without naming them: it
 * names codes of the public tables only, and says in words that a rule of our
 * own reports the case.
 */
const ownCodes: Readonly<Record<string, readonly string[]>> = {
  'node-not-ready': ['clusterworks/node-not-ready'],
};

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function truthOf(
  folder: string,
  name: string,
  short: ShortTruths[string] | undefined,
) {
  const text = readIfThere(join(folder, 'expected.json'));
  if (text !== undefined) {
    return truthSchema.parse(JSON.parse(text));
  }
  return (
    short &&
    truthSchema.parse({
      verdict: short.verdict,
      mustInclude: [...short.findings, ...(ownCodes[name] ?? [])],
      neutral: [...(short.may ?? []), ...alwaysNeutral],
      why: short.why ?? 'nothing is wrong',
    })
  );
}

/**
 * Reads cases from a folder of folders, each with `bundle.json` or
 * `capture.json`, `notes.md` and `expected.json`; or with one `truth.json` for
 * all of them.
 */
export function importFolder(root: string): KnownCase[] {
  const truths = shortTruthsSchema.parse(
    JSON.parse(readIfThere(join(root, 'truth.json')) ?? '{}'),
  );
  return readdirSync(root)
    .sort()
    .flatMap((name): KnownCase[] => {
      const folder = join(root, name);
      const text =
        readIfThere(join(folder, 'bundle.json')) ??
        readIfThere(join(folder, 'capture.json'));
      const truth = truthOf(folder, name, truths[name]);
      if (text === undefined || truth === undefined) {
        return [];
      }
      const notes = readIfThere(join(folder, 'notes.md')) ?? '';
      const now = truth.now ?? /- now: (\S+)/.exec(notes)?.[1];
      return [
        {
          name: name.toLowerCase(),
          notes,
          truth: { ...truth, ...(now && { now }) },
          bundle: JSON.parse(text),
        },
      ];
    });
}

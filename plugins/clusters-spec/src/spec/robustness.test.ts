import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { collectClusterSpecIssues } from './collectClusterSpecIssues';
import { parseClusterSpec, readClusterSpecYaml } from './parseClusterSpec';
import { resolveClusterSpec } from './resolveClusterSpec';

const complete: unknown = parse(
  readFileSync(resolve(__dirname, '__fixtures__/complete.yaml'), 'utf8'),
);

type Path = (string | number)[];

/** Every place of a document, from the root to the leaves. */
function places(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) {
    return [at];
  }
  return [
    at,
    ...Object.entries(value).flatMap(([key, each]) =>
      places(each, [...at, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function replaced(value: any, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) {
    return by;
  }
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[step] = replaced(copy[step], rest, by);
  return copy;
}

const broken = fc
  .record({ path: fc.constantFrom(...places(complete)), by: fc.jsonValue() })
  .map(({ path, by }) => replaced(complete, path, by));

const isInputError = (error: unknown) =>
  error instanceof Error && error.name === 'InputError';

describe('any document', () => {
  it('is checked without an exception, and resolved when it is valid', () => {
    fc.assert(
      fc.property(fc.oneof(broken, fc.jsonValue()), input => {
        const issues = collectClusterSpecIssues(input);
        for (const { path, message } of issues) {
          expect(typeof path).toBe('string');
          expect(message).not.toBe('');
        }
        let resolved = false;
        let failure: unknown;
        try {
          resolveClusterSpec(parseClusterSpec(input));
          resolved = true;
        } catch (error) {
          failure = error;
        }
        expect(failure === undefined || isInputError(failure)).toBe(true);
        expect(resolved).toBe(issues.length === 0);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same issues as text and as data', () => {
    fc.assert(
      fc.property(broken, input => {
        const { issues, spec } = readClusterSpecYaml(stringify(input));
        expect(issues.map(each => each.path)).toEqual(
          collectClusterSpecIssues(JSON.parse(JSON.stringify(input))).map(
            each => each.path,
          ),
        );
        expect(spec !== undefined).toBe(issues.length === 0);
      }),
      { numRuns: 100 },
    );
  });
});

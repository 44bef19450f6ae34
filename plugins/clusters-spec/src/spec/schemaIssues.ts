import type { z } from 'zod';
import type { ClusterSpecIssue, SpecPath } from './ClusterSpecIssue';
import { formatSpecPath, valueAt } from './ClusterSpecIssue';
import { knownKeysAt, nearestKey } from './nearestKey';

/** A problem whose path is a list of keys and indexes. */
export type PathIssue = { path: SpecPath; message: string };

/**
 * Gives a scalar as written in the source text, such as `1.30`.
 *
 * @public
 */
export type SourceOf = (path: SpecPath) => string | undefined;

const LONGEST_VALUE = 80;

function shorten(text: string): string {
  return text.length > LONGEST_VALUE
    ? `${text.slice(0, LONGEST_VALUE)}…`
    : text;
}

function describeValue(value: unknown): string {
  if (value === null) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  return typeof value === 'object'
    ? 'a mapping'
    : `the ${typeof value} ${shorten(String(value))}`;
}

const expectations: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

function describeTypeIssue(
  expected: string,
  value: unknown,
  source: string | undefined,
): string {
  if (value === undefined) {
    return 'is required';
  }
  const wanted = expectations[expected] ?? expected;
  if (expected === 'string' && typeof value !== 'object') {
    const written = shorten(source ?? String(value));
    return `must be a string, but is the ${typeof value} ${written}: write it in quotes, "${written}"`;
  }
  return `must be ${wanted}, but is ${describeValue(value)}`;
}

function unknownKeyIssues(
  schema: z.ZodType,
  path: SpecPath,
  keys: readonly string[],
): PathIssue[] {
  const known = knownKeysAt(schema, path);
  return keys.map(key => {
    const near = nearestKey(key, known);
    return {
      path: [...path, key],
      message: near
        ? `is not a known key; did you mean "${near}"?`
        : `is not a known key; known are ${known.join(', ')}`,
    };
  });
}

/** Adds the value to messages that do not name it. */
function withValue(message: string, value: unknown): string {
  if (typeof value !== 'string' || message.includes(value || '""')) {
    return message;
  }
  return `${message}, but is ${JSON.stringify(shorten(value))}`;
}

function describeIssue(
  issue: z.core.$ZodIssue,
  value: unknown,
  source: string | undefined,
): string {
  switch (issue.code) {
    case 'invalid_type':
      return describeTypeIssue(issue.expected, value, source);
    case 'invalid_value':
      return value === undefined
        ? 'is required'
        : `must be ${issue.values
            .map(each => JSON.stringify(each))
            .join(' or ')}, but is ${
            typeof value === 'string'
              ? JSON.stringify(shorten(value))
              : describeValue(value)
          }`;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `must be at least ${issue.minimum}, but is ${value}`
        : withValue(issue.message, value);
    case 'too_big':
      // Text and lists have messages of their own.
      return issue.origin === 'number' || issue.origin === 'int'
        ? `must be at most ${issue.maximum}, but is ${value}`
        : withValue(issue.message, value);
    case 'invalid_key':
      return issue.issues.map(each => each.message).join('; ');
    default:
      return withValue(issue.message, value);
  }
}

/** The branch of a union whose type fits the value, if any. */
function unionIssues(
  issue: z.core.$ZodIssueInvalidUnion,
  value: unknown,
): readonly z.core.$ZodIssue[] | undefined {
  return issue.errors.find(
    branch =>
      !branch.some(
        each => each.code === 'invalid_type' && each.path.length === 0,
      ) && value !== undefined,
  );
}

function translate(
  schema: z.ZodType,
  input: unknown,
  issue: z.core.$ZodIssue,
  base: SpecPath,
  sourceOf: SourceOf,
): PathIssue[] {
  const path = [...base, ...issue.path].map(step =>
    typeof step === 'number' ? step : String(step),
  );
  if (issue.code === 'unrecognized_keys') {
    return unknownKeyIssues(schema, path, issue.keys);
  }
  const value = valueAt(input, path);
  if (issue.code === 'invalid_union') {
    const branch = unionIssues(issue, value);
    return branch
      ? branch.flatMap(each => translate(schema, input, each, path, sourceOf))
      : [
          {
            path,
            message: `must be a number or a list, but is ${describeValue(
              value,
            )}`,
          },
        ];
  }
  return [{ path, message: describeIssue(issue, value, sourceOf(path)) }];
}

/**
 * All problems that a zod schema finds in a document, with our own messages.
 */
export function schemaIssues(
  schema: z.ZodType,
  input: unknown,
  sourceOf: SourceOf = () => undefined,
): PathIssue[] {
  const result = schema.safeParse(input);
  return result.success
    ? []
    : result.error.issues.flatMap(issue =>
        translate(schema, input, issue, [], sourceOf),
      );
}

/** The problem with its path as text. */
export function toClusterSpecIssue(issue: PathIssue): ClusterSpecIssue {
  return { path: formatSpecPath(issue.path), message: issue.message };
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A question of docs/use/query.md, with its three ways to ask. */
export interface DocQuestion {
  number: number;
  question: string;
  /** Path and query of a page of the portal. */
  page: string;
  /** Path and query of the backend, for a GET. */
  http: string;
  /** Name of the action. */
  action: string;
  input: Record<string, string>;
}

const BLOCK =
  /^\*\*(\d+)\. (.+)\*\*\n\n```text\npage {2}(.+)\nhttp {2}GET (.+)\nmcp {3}clusters\.(\S+) (.+)\n```$/gm;

/** The questions of docs/use/query.md, in their order. */
export function docQuestions(): DocQuestion[] {
  // eslint-disable-next-line no-restricted-syntax -- for tests only, never built
  const file = resolve(__dirname, '../../../docs/use/query.md');
  return [...readFileSync(file, 'utf8').matchAll(BLOCK)].map(
    ([, number, question, page, http, action, input]) => ({
      ...{ number: Number(number), question, page, http, action },
      input: JSON.parse(input),
    }),
  );
}

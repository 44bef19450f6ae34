import { percentile } from '../lib/measure';
import type { DatabaseTimes, QuestionTimes } from './runQuestions';

/** The longest p95 of any question, in milliseconds. */
const GOAL_MS = 200;

/** The questions that take too long. */
export function questionFailures(results: readonly DatabaseTimes[]): string[] {
  return results.flatMap(({ database, callers, catalog }) => [
    ...callers.flatMap(({ caller, questions }) =>
      questions.flatMap(({ question, http, mcp }) => [
        ...tooLong(`${database}, ${caller}, HTTP, ${question}`, http),
        ...tooLong(`${database}, ${caller}, MCP, ${question}`, mcp),
      ]),
    ),
    ...catalog.flatMap(({ query, times }) =>
      tooLong(`${database}, catalog, ${query}`, times),
    ),
  ]);
}

function tooLong(what: string, times: readonly number[]): string[] {
  const value = percentile(times, 0.95);
  return value > GOAL_MS ? [`${what}: ${value.toFixed(0)} ms`] : [];
}

/** The times as Markdown. */
export function questionTables(results: readonly DatabaseTimes[]): string {
  return results
    .map(({ database, callers, catalog }) => {
      const [all, own] = callers.map(({ questions }) => questions);
      return [
        `## ${database}`,
        '',
        '| question | clusters found | HTTP, ms | MCP, ms | by an owner: found | HTTP, ms | MCP, ms |',
        '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
        ...all.map(one => {
          const same = own.find(({ question }) => question === one.question);
          return `| ${one.question} | ${cells(one)} | ${
            same ? cells(same) : ' | | '
          } |`;
        }),
        `| **all** | | ${overall(all)} | | ${overall(own)} |`,
        '',
        ...catalog.map(
          ({ query, times }) =>
            `- \`/api/catalog/entities/by-query?${query}\`: ${ms(times)} ms`,
        ),
        '',
      ].join('\n');
    })
    .join('\n');
}

function cells({ found, http, mcp }: QuestionTimes): string {
  return `${found} | ${ms(http)} | ${ms(mcp)}`;
}

function overall(questions: readonly QuestionTimes[]): string {
  const http = questions.flatMap(one => one.http);
  const mcp = questions.flatMap(one => one.mcp);
  return `**${ms(http)}** | **${ms(mcp)}**`;
}

/** The times within which a half and 95 % of the answers came. */
function ms(times: readonly number[]): string {
  const [half, most] = [0.5, 0.95].map(share => percentile(times, share));
  return `${half.toFixed(0)} / ${most.toFixed(0)}`;
}

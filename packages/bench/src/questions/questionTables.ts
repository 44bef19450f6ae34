import { percentile } from '../lib/measure';
import type { CallTimes } from './callTimes';
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

function tooLong(what: string, { wall }: CallTimes): string[] {
  const value = percentile(wall, 0.95);
  return value > GOAL_MS ? [`${what}: ${value.toFixed(0)} ms`] : [];
}

/** The times as Markdown. */
export function questionTables(results: readonly DatabaseTimes[]): string {
  return results
    .map(({ database, callers, catalog, baseline }) => {
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
        'What each call over MCP costs, whatever it asks:',
        '',
        ...baseline.map(({ call, times }) => `- ${call}: ${ms(times)} ms`),
        '',
      ].join('\n');
    })
    .join('\n');
}

function cells({ found, http, mcp }: QuestionTimes): string {
  return `${found} | ${ms(http)} | ${ms(mcp)}`;
}

function overall(questions: readonly QuestionTimes[]): string {
  const [http, mcp] = (['http', 'mcp'] as const).map(way => ({
    wall: questions.flatMap(one => one[way].wall),
    cpu: questions.flatMap(one => one[way].cpu),
  }));
  return `**${ms(http)}** | **${ms(mcp)}**`;
}

/**
 * The times within which a half and 95 % of the answers came, and the CPU time
 * of a half of them.
 */
function ms({ wall, cpu }: CallTimes): string {
  return [percentile(wall, 0.5), percentile(wall, 0.95), percentile(cpu, 0.5)]
    .map(value => (Number.isNaN(value) ? '?' : value.toFixed(0)))
    .join(' / ');
}

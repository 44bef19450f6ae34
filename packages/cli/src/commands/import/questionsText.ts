import type { ImportQuestion } from '@clusterworks/plugin-clusters-blueprint';
import { plain } from '../../text/plain';

/** Questions by the next key of their path, in the order of the questions. */
type Group = { questions: ImportQuestion[]; inner: Map<string, Group> };

function emptyGroup(): Group {
  return { questions: [], inner: new Map() };
}

/** The group of the mapping that a field is in. */
function groupOf(root: Group, path: string): Group {
  return path
    .split('.')
    .slice(0, -1)
    .reduce((group, key) => {
      const inner = group.inner.get(key) ?? emptyGroup();
      group.inner.set(key, inner);
      return inner;
    }, root);
}

function questionLines({
  path,
  question,
  allowed,
  optional,
  command,
}: ImportQuestion): string[] {
  const field = path.slice(path.lastIndexOf('.') + 1);
  return [
    question,
    `${path}: ${allowed}${optional ? ', or null where there is none' : ''}`,
    ...(command ? [`Or give the output of ${command} with --aws.`] : []),
    `${field}:`,
  ].map(line => `# ${plain(line)}`);
}

function linesOf({ questions, inner }: Group): string[] {
  return [
    ...questions.flatMap(questionLines),
    ...[...inner].flatMap(([key, group]) => [
      `${key}:`,
      ...linesOf(group).map(line => `  ${line}`),
    ]),
  ];
}

/**
 * The open questions as a file for `--answers`. Each field stands behind its
 * question and the allowed values, and is commented out until it is filled in,
 * so that an unfinished file asks again.
 */
export function questionsText(questions: readonly ImportQuestion[]): string {
  const root = emptyGroup();
  for (const question of questions) {
    groupOf(root, question.path).questions.push(question);
  }
  return `${linesOf(root).join('\n')}\n`;
}

import {
  Rule,
  rules,
  UnseenCode,
  unseenCodes,
} from '@clusterworks/plugin-clusters-health';
import { NotFoundError } from '@backstage/errors';
import { Style } from './Style';

/**
 * What a code means, how it is found and what to do.
 *
 * @param code - `karpenter/P3`, `P3` where that is clear, or the id
 * @throws NotFoundError for a code that is none
 */
export function explainText(code: string, style: Style): string {
  const rule = rules.find(one => matches(one, code));
  if (rule) return ruleText(rule, style);
  const unseen = unseenCodes.find(one => matches(one, code));
  if (unseen) return unseenText(unseen, style);
  throw new NotFoundError(
    `There is no code '${code}'; see docs/rules.md for all of them`,
  );
}

function matches(one: { code: string; id: string }, code: string): boolean {
  const wanted = code.toLocaleLowerCase('en');
  const own = one.code.toLocaleLowerCase('en');
  return own === wanted || own.endsWith(`/${wanted}`) || one.id === wanted;
}

function ruleText(rule: Rule, style: Style): string {
  const { doc, needs, uses = [], details = [] } = rule;
  const sources = [...needs, ...uses, ...details].join(', ');
  return [
    `${style.strong(rule.code)} ${rule.id}: ${doc.title}`,
    '',
    `Means:   ${doc.means}`,
    `Found:   ${doc.foundBy}`,
    `Do:      ${doc.todo}`,
    ...(doc.since ? [`Since:   ${doc.since}`] : []),
    `Reads:   ${sources}`,
    `Source:  ${doc.source}`,
    '',
  ].join('\n');
}

function unseenText(unseen: UnseenCode, style: Style): string {
  return [
    `${style.strong(unseen.code)} ${unseen.id}: ${unseen.doc.title}`,
    '',
    `Means:   ${unseen.doc.means}`,
    `Unseen:  ${unseen.reason}`,
    `Do:      $ ${unseen.command}`,
    `Source:  ${unseen.doc.source}`,
    '',
  ].join('\n');
}

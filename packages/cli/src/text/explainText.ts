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
 * @param code - `karpenter/P3`, `P3` where that is clear, or the slug
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

function matches(one: { code: string; rule: string }, code: string): boolean {
  const wanted = code.toLocaleLowerCase('en');
  const own = one.code.toLocaleLowerCase('en');
  return own === wanted || own.endsWith(`/${wanted}`) || one.rule === wanted;
}

function ruleText(rule: Rule, style: Style): string {
  const { needs, uses = [], details = [] } = rule;
  const sources = [...needs, ...uses, ...details].join(', ');
  return [
    `${style.strong(rule.code)} ${rule.rule}: ${rule.title}`,
    '',
    `Means:   ${rule.means}`,
    `Found:   ${rule.detect}`,
    `Do:      ${rule.remedyDoc}`,
    ...(rule.since ? [`Since:   ${rule.since}`] : []),
    `Reads:   ${sources}`,
    `Source:  ${rule.source}`,
    '',
  ].join('\n');
}

function unseenText(unseen: UnseenCode, style: Style): string {
  return [
    `${style.strong(unseen.code)} ${unseen.rule}: ${unseen.title}`,
    '',
    `Means:   ${unseen.means}`,
    `Unseen:  ${unseen.reason}`,
    `Do:      $ ${unseen.command}`,
    `Source:  ${unseen.source}`,
    '',
  ].join('\n');
}

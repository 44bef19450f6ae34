import type { Rule, UnseenCode } from '@clusterworks/plugin-clusters-health';
import {
  rules,
  stepsOf,
  unseenCodes,
} from '@clusterworks/plugin-clusters-health';
import { NotFoundError } from '@backstage/errors';
import type { Style } from './Style';

/**
 * The meaning of a code, how the rule finds it, and what to do.
 *
 * @param code - `karpenter/P3`, `P3` if that is unambiguous, or the id
 * @throws NotFoundError for an unknown code
 */
export function explainText(code: string, style: Style): string {
  const rule = rules.find(one => matches(one, code));
  if (rule) {
    return ruleText(rule, style);
  }
  const unseen = unseenCodes.find(one => matches(one, code));
  if (unseen) {
    return unseenText(unseen, style);
  }
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
    ...(doc.whom ? [`Whom:    ${doc.whom}`] : []),
    `Found:   ${doc.foundBy}`,
    ...(doc.waits ? [`Waits:   ${doc.waits}`] : []),
    ...(doc.cannotSee ? [`Unseen:  ${doc.cannotSee}`] : []),
    ...(doc.lookAlikes ? [`Similar: ${doc.lookAlikes}`] : []),
    ...todoLines(doc),
    ...(doc.since ? [`Since:   ${doc.since}`] : []),
    `Reads:   ${sources}`,
    `Source:  ${doc.source}`,
    '',
  ].join('\n');
}

/** Several steps are numbered, in the order in which they are to be done. */
function todoLines(doc: Rule['doc']): string[] {
  const steps = stepsOf(doc);
  return steps.map((step, index) => {
    const label = index === 0 ? 'Do:      ' : '         ';
    return `${label}${steps.length > 1 ? `${index + 1}. ` : ''}${step}`;
  });
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

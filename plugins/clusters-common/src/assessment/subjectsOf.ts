import type { Finding, FindingSubject } from './findingSchema';

/**
 * The listed objects of a finding; its count may be higher. Older backends list
 * one.
 *
 * @public
 */
export function subjectsOf({
  subject,
  subjects = [subject],
  subjectsTotal = subjects.length,
}: Pick<Finding, 'subject' | 'subjects' | 'subjectsTotal'>): {
  listed: FindingSubject[];
  total: number;
} {
  return { listed: subjects, total: Math.max(subjectsTotal, subjects.length) };
}

/**
 * Kind and full name of an object: `NodePool general`, `Pod shop/web-0`.
 *
 * @public
 */
export function subjectText({ kind, namespace, name }: FindingSubject): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

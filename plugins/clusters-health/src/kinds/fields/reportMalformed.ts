import type { FieldPath } from './FieldPath';

/** Maximum of malformed fields that are reported per object. */
const MAX_PROBLEMS = 20;

/** Adds the path of a malformed field to those of its object. */
export function reportMalformed(problems: string[], path: FieldPath): void {
  const text = path.join('.');
  if (problems.length < MAX_PROBLEMS && !problems.includes(text)) {
    problems.push(text);
  }
}

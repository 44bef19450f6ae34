import type { Remedy } from './findingSchema';

/**
 * One step to take, and its command for each object.
 *
 * @public
 */
export interface RemedyStep {
  text: string;
  commands: string[];
}

/**
 * Joins consecutive steps with the same text: for a finding about several
 * objects, the text appears once with a command for each.
 *
 * @public
 */
export function remedySteps(remedy: readonly Remedy[]): RemedyStep[] {
  const steps: RemedyStep[] = [];
  for (const { text, command } of remedy) {
    const last = steps.at(-1);
    const commands = command === undefined ? [] : [command];
    if (last?.text === text) {
      last.commands.push(...commands);
    } else {
      steps.push({ text, commands });
    }
  }
  return steps;
}

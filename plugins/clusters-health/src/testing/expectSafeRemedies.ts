import { RuleRemedy } from '../model/remedy/RuleRemedy';

/** What changes something, in commands of the tools that remedies use. */
const CHANGES =
  /\b(kubectl( -\S+( \S+)?)* (delete|patch|drain|cordon|annotate|label|taint|apply|create|replace|edit|scale|rollout|set)|helm( -\S+ \S+)* (upgrade|install|uninstall|rollback)|aws \S+ (delete|terminate|create|modify|update|put|stop|reboot|detach|release)\S*)/;
/** What marks an object and touches nothing else. */
const HARMLESS = /^kubectl annotate /;

const QUOTED = /'[^']*'|\\'/g;

/** Whether a command changes something. */
export function changesSomething(command: string): boolean {
  return CHANGES.test(command) && !HARMLESS.test(command);
}

/**
 * Looking comes before changing; never both in one command, since a look that
 * fails for another reason would change; and what changes says what it does.
 */
export function expectSafeRemedies(remedy: readonly RuleRemedy[]): void {
  let looked = false;
  for (const { text, command } of remedy) {
    if (command === undefined) continue;
    if (!changesSomething(command)) {
      looked = true;
      continue;
    }
    expect({ command, looked }).toEqual({ command, looked: true });
    expect(command.replace(QUOTED, '')).not.toMatch(
      /\|\||&&|;|--force|--grace-period|--now\b/,
    );
    expect(text.length).toBeGreaterThan(40);
  }
}

import type { ShellCommand } from './shellCommand';

/**
 * One step to resolve a finding. Read-only steps come before steps that change
 * something.
 *
 * @public
 */
export interface RuleRemedy {
  /**
   * What the step does; for a command that changes something, every effect of
   * the command.
   */
  text: string;
  command?: ShellCommand;
}

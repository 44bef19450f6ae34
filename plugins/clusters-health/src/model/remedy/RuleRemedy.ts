import { ShellCommand } from './shellCommand';

/**
 * A step out of the fault. Looking comes before changing.
 *
 * @public
 */
export interface RuleRemedy {
  /** What the step does; of a command that changes something, all that it does. */
  text: string;
  command?: ShellCommand;
}

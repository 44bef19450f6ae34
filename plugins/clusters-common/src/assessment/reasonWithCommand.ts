import type { Check } from './checkSchema';

/**
 * Why something is not known, and the command that would tell.
 *
 * @public
 */
export function reasonWithCommand(reason: string, command: string): string {
  return `${reason}; to find out: ${command}`;
}

/**
 * The reason of a check for readers who see its command beside it.
 *
 * @public
 */
export function reasonWithoutCommand({
  reason = '',
  command,
}: Pick<Check, 'reason' | 'command'>): string {
  const end = command === undefined ? '' : reasonWithCommand('', command);
  return end && reason.endsWith(end) ? reason.slice(0, -end.length) : reason;
}

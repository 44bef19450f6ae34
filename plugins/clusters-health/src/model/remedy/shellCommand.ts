declare const made: unique symbol;

/**
 * A command for a POSIX shell that users may copy. Only `shellCommand` creates
 * values of this type, so that no value from a cluster reaches a clipboard
 * unquoted.
 *
 * @public
 */
export type ShellCommand = string & { readonly [made]: true };

/**
 * Characters without a meaning for the shell, wherever they stand in a word.
 */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;
/**
 * Control characters, line separators, and characters that reverse or hide
 * text.
 */
const REFUSED = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Builds a command from a fixed template and untrusted values. Each value is
 * quoted, so that it is one word or a part of one word, whatever it contains.
 *
 * Returns no command when a value is absent, when a value contains control
 * characters (a terminal runs a pasted line feed at once), or when a value is a
 * word of its own and the tool would read it as an option.
 *
 * @example shellCommand`kubectl get node ${node.name} -o yaml`
 *
 * @public
 */
export function shellCommand(
  texts: TemplateStringsArray,
  ...values: readonly (string | number | undefined)[]
): ShellCommand | undefined {
  if (values.some((_, index) => isInQuotes(texts.slice(0, index + 1)))) {
    throw new Error(`a value stands within quotes: ${texts.join('${…}')}`);
  }
  let command = texts[0];
  for (const [index, value] of values.entries()) {
    const word = quoted(value, startsWord(command));
    if (word === undefined) {
      return undefined;
    }
    command += word + texts[index + 1];
  }
  return command as ShellCommand;
}

/**
 * A fixed command without values.
 *
 * @public
 */
export function fixedCommand(texts: TemplateStringsArray): ShellCommand {
  return texts[0] as ShellCommand;
}

/** Joins commands so that each one runs only when the one before succeeded. */
export function andThen(...commands: readonly ShellCommand[]): ShellCommand {
  return commands.join(' && ') as ShellCommand;
}

/**
 * Values are quoted themselves; inside other quotes, their quotes would end the
 * outer ones.
 */
function isInQuotes(before: readonly string[]): boolean {
  return /['"]/.test(before.join('').replace(/'[^']*'|"[^"]*"/g, ''));
}

function startsWord(before: string): boolean {
  return before === '' || /[\s(]$/.test(before);
}

function quoted(
  value: string | number | undefined,
  isWord: boolean,
): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  const text = String(value);
  const isOption = isWord && text.startsWith('-');
  if (text === '' || isOption || REFUSED.test(text)) {
    return undefined;
  }
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

import type { RuleRemedy } from '../model/remedy/RuleRemedy';

/**
 * Commands that only read, by their first words. Every other command counts as
 * one that changes something, so that a new verb is not taken for harmless.
 */
const READS: readonly RegExp[] = [
  /^kubectl( -n \S+)? (get|describe|logs|diff)\b/,
  /^kubectl -n \S+ exec \S+ -c cilium-agent -- cilium-dbg (endpoint list|encrypt status|status)\b/,
  /^aws [a-z0-9-]+ (describe|get|list)-[a-z0-9-]+\b/,
  /^helm( -n \S+)? list\b/,
  /^terraform -chdir=\S+ plan\b/,
  /^(grep|sort|uniq|head|tail|tr|jq|base64 -d|openssl x509 -noout)\b/,
];

const QUOTED = /'[^']*'|"[^"$]*"|\\'/g;
const SUBSTITUTED = /\$\(([^()]*)\)/g;
/** What separates the simple commands of a line. */
const BETWEEN = /\||&&|;|\n/;
/** An assignment whose value is a word: `queue=x`. */
const ASSIGNS = /^[a-z]+=\S*$/;

/** Whether a command, or any part of it, changes something. */
export function changesSomething(command: string): boolean {
  const plain = command.replace(QUOTED, 'x');
  const inner = [...plain.matchAll(SUBSTITUTED)].map(([, text]) => text);
  const outer = plain.replace(SUBSTITUTED, 'x').replace(QUOTED, 'x');
  return [...inner, ...outer.split(BETWEEN)]
    .map(part => part.trim())
    .some(
      part => !ASSIGNS.test(part) && !READS.some(reads => reads.test(part)),
    );
}

/**
 * Read-only steps come before steps that change something. No command does
 * both, since a check that fails for another reason would then lead to the
 * change. Steps that change something say what they do.
 */
export function expectSafeRemedies(remedy: readonly RuleRemedy[]): void {
  let looked = false;
  for (const { text, command } of remedy) {
    if (command === undefined) {
      continue;
    }
    if (!changesSomething(command)) {
      looked = true;
      continue;
    }
    expect({ command, looked }).toEqual({ command, looked: true });
    expect(command.replace(QUOTED, '')).not.toMatch(
      /\||&&|;|--force|--grace-period|--now\b/,
    );
    expect(text.length).toBeGreaterThan(40);
  }
}

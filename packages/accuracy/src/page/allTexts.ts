import { assess } from '@clusterworks/plugin-clusters-health';
import type { KnownCase } from '../archive/KnownCase';
import { readCase } from '../judge/readCase';

/** Texts that differ only in names, times and numbers count as the same. */
function alike(text: string): string {
  return text
    .replace(/\d+/g, '#')
    .replace(/\b(?:ip|i|eni|subnet)-[\w.#-]+/g, '…');
}

/** Every title and remedy that the doctor gives for the cases, once, by rule. */
export function allTexts(cases: readonly KnownCase[]): string {
  const byRule = new Map<string, Map<string, string>>();
  for (const known of cases) {
    const { snapshot, now } = readCase(known);
    const { assessment } = assess(snapshot, undefined, now);
    for (const { rule, severity, title, remedy } of assessment.findings) {
      const steps = remedy.map(
        ({ text, command }) =>
          `  - ${text}${command ? `\n    $ ${command}` : ''}`,
      );
      const text = [`${severity} ${title}`, ...steps].join('\n');
      const texts = byRule.get(rule) ?? new Map<string, string>();
      byRule.set(rule, texts.set(alike(text), text));
    }
  }
  return [...byRule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, texts]) => `## ${rule}\n\n${[...texts.values()].join('\n')}\n`)
    .join('\n');
}

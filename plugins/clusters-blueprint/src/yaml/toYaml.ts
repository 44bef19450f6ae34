import { stringify } from 'yaml';

/**
 * Writes data as YAML the way the blueprint does everywhere: no folding of
 * long lines, no anchors, keys in the order of the data. Only data goes in, so
 * that quoting is the library's business and never ours.
 *
 * @param comment - lines to put above, without `#`
 */
export function toYaml(data: unknown, comment: readonly string[] = []): string {
  const head = comment.map(line => (line ? `# ${line}\n` : '#\n')).join('');
  return `${head}${stringify(data, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
  })}`;
}

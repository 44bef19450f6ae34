import { markdownTable } from './markdownTable';

/** An option, the field that sets it, and its value for a cluster. */
export type OptionRow = [what: string, field: string, here: string];

export const onOff = (on: boolean) => (on ? 'on' : 'off');

export const listed = (names: readonly string[]) => names.join(', ') || 'none';

/** A table of options, with their fields as code. */
export function optionTable(
  head: readonly [string, string, string],
  rows: readonly OptionRow[],
): string {
  return markdownTable(
    head,
    rows.map(([what, field, here]) => [what, `\`${field}\``, here]),
  );
}

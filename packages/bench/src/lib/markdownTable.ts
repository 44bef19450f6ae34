/** A table in Markdown; numbers as short as they mean something. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly (number | string)[])[],
): string {
  const cell = (value: number | string) =>
    typeof value === 'number' ? short(value) : value;
  return [header, header.map(() => '---'), ...rows]
    .map(row => `| ${row.map(cell).join(' | ')} |`)
    .join('\n');
}

function short(value: number): string {
  return value.toFixed(
    Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0,
  );
}

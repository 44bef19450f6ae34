/** Today in UTC, as the warnings about the end of support want it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

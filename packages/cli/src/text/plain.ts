/**
 * Text of a cluster made safe for a terminal: one line, no control sequences.
 * Anybody who may create a pod can write messages that appear in the cluster's
 * objects.
 */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}

/**
 * `Kind/namespace/name` or `Kind/name`: the key of the object that an event is
 * about.
 */
export function eventKey(
  kind: string,
  name: string,
  namespace?: string,
): string {
  return namespace ? `${kind}/${namespace}/${name}` : `${kind}/${name}`;
}

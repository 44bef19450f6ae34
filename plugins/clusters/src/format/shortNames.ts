/** A name of a node that EC2 gives, by its address or its instance. */
const FULL_NAME =
  /\b(ip-\d{1,3}(?:-\d{1,3}){3}|i-[0-9a-f]{8,17})\.(?:ec2|[a-z0-9-]{1,30}\.compute)\.internal\b/g;

/**
 * A sentence with the names of nodes cut to what tells them apart:
 * `ip-10-0-1-7` of `ip-10-0-1-7.ec2.internal`.
 */
export function shortNames(text: string): string {
  return text.replace(FULL_NAME, '$1');
}

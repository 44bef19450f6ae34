import type { Finding } from './findingSchema';
import { rootFindings } from './rootFindings';

/**
 * The finding that a sentence about what is wrong is taken from: the first one;
 * before it an equally bad root that nobody has muted. A note is not wrong.
 *
 * @param findings - roots first, then by severity, as assessments have them
 *
 * @public
 */
export function leadingFinding(
  findings: readonly Finding[],
): Finding | undefined {
  const [first] = findings;
  if (first === undefined || first.severity === 'info') {
    return undefined;
  }
  if (!first.mute) {
    return first;
  }
  const other = rootFindings(findings).find(
    ({ mute, severity }) => !mute && severity === first.severity,
  );
  return other ?? first;
}

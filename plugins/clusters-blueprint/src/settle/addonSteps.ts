import {
  addonReleaseFor,
  type ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { eksAddonsOn } from '../addons/eksAddonsOn';
import type { RenderWarning } from '../warnings/RenderWarning';
import type { EarlierRender } from './earlierRender';

/** Versions that stay behind when Kubernetes goes to a minor. */
function staying(resolved: ResolvedClusterSpec, to: string): string[] {
  return eksAddonsOn(resolved).flatMap(({ name, version }) => {
    const next = addonReleaseFor(name, to)?.version;
    return version !== undefined && next !== undefined && version !== next
      ? [`${name} ${version} (known for ${to}: ${next})`]
      : [];
  });
}

/**
 * What a step of Kubernetes does to the add-ons of EKS: a version that
 * `cluster.yaml` names stays, and EKS's default moves with the minor.
 */
export function addonStepWarnings(
  resolved: ResolvedClusterSpec,
  earlier: EarlierRender | undefined,
): RenderWarning[] {
  const from = earlier?.versions.kubernetes;
  const to = resolved.spec.versions.kubernetes;
  if (from === undefined || from === to) {
    return [];
  }
  const stay = staying(resolved, to);
  const move = eksAddonsOn(resolved)
    .filter(({ version }) => version === undefined)
    .map(({ name }) => name);
  const parts = [
    ...(stay.length > 0
      ? [
          `stay: ${stay.join(
            ', ',
          )}; move them when the control plane has, by a change of spec.addons`,
        ]
      : []),
    ...(move.length > 0
      ? [
          `move to EKS's default in the same apply, because they name no version: ${move.join(
            ', ',
          )}`,
        ]
      : []),
  ];
  return parts.map(part => ({
    code: 'addons-with-kubernetes',
    message: `Kubernetes goes from ${from} to ${to}. These add-ons ${part}.`,
  }));
}

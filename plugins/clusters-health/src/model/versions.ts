import { minorOf as minorOfVersion } from '@clusterworks/plugin-clusters-spec';
import semver from 'semver';
import type { WorkloadFacts } from '../kinds';

/**
 * A version as `major.minor.patch`, taken from a tag, a label or the API
 * server's version: `v1.18.12`, `1.35.4-eks-1a2b3c4`, `1.14.1@sha256:…`. A
 * pre-release part is kept (`1.20.0-pre.1`), an EKS build suffix is not.
 * Undefined for other text.
 */
export function readVersion(text: string | undefined): string | undefined {
  if (text === undefined) {
    return undefined;
  }
  const match =
    /^v?(\d{1,4}\.\d{1,4}\.\d{1,4})(-(?:alpha|beta|rc|pre|dev|snapshot)[0-9A-Za-z.-]{0,40})?/.exec(
      text.trim(),
    );
  return match ? `${match[1]}${match[2] ?? ''}` : undefined;
}

/**
 * Tag of an image reference, with or without a digest; undefined without a tag.
 */
export function imageTag(image: string | undefined): string | undefined {
  const [reference] = (image ?? '').split('@');
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  const colon = name.indexOf(':');
  return colon < 0 ? undefined : name.slice(colon + 1);
}

/**
 * Version of a workload, taken from the image of its container, else from its
 * label.
 */
export function versionOfWorkload(
  workload: WorkloadFacts | undefined,
  containerName: string,
): string | undefined {
  if (!workload) {
    return undefined;
  }
  const container =
    workload.containers.find(({ name }) => name === containerName) ??
    workload.containers[0];
  return (
    readVersion(imageTag(container?.image)) ??
    readVersion(workload.labels['app.kubernetes.io/version'])
  );
}

/**
 * The minor version: `1.35` when {@link readVersion} gives `1.35.4`.
 *
 * @link readVersion} reads as `1.35.4`.
 */
export function minorOf(text: string | undefined): string | undefined {
  return minorOfVersion(readVersion(text));
}

/**
 * Whether a version is the minimum or newer; undefined when the version is not
 * known.
 */
export function isAtLeast(
  version: string | undefined,
  minimum: string,
): boolean | undefined {
  const read = readVersion(version);
  return read === undefined ? undefined : semver.gte(read, minimum);
}

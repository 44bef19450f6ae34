import semver from 'semver';
import { WorkloadFacts } from '../kinds';

/**
 * A version as `major.minor.patch` from a tag, an API server's answer or a
 * label: `v1.18.12`, `1.35.4-eks-1a2b3c4`, `1.14.1@sha256:…`. A pre-release is
 * kept (`1.20.0-pre.1`), an EKS build suffix is not. Undefined when it is none.
 */
export function readVersion(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const match =
    /^v?(\d{1,4}\.\d{1,4}\.\d{1,4})(-(?:alpha|beta|rc|pre|dev|snapshot)[0-9A-Za-z.-]{0,40})?/.exec(
      text.trim(),
    );
  return match ? `${match[1]}${match[2] ?? ''}` : undefined;
}

/** Tag of an image reference, also where a digest follows; undefined without one. */
export function imageTag(image: string | undefined): string | undefined {
  const [reference] = (image ?? '').split('@');
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  const colon = name.indexOf(':');
  return colon < 0 ? undefined : name.slice(colon + 1);
}

/** Version of a workload from its container's image, else from its label. */
export function versionOfWorkload(
  workload: WorkloadFacts | undefined,
  containerName: string,
): string | undefined {
  if (!workload) return undefined;
  const container =
    workload.containers.find(({ name }) => name === containerName) ??
    workload.containers[0];
  return (
    readVersion(imageTag(container?.image)) ??
    readVersion(workload.labels['app.kubernetes.io/version'])
  );
}

/** `1.35.4` gives `1.35`. */
export function minorOf(version: string | undefined): string | undefined {
  const read = readVersion(version);
  return read ? `${semver.major(read)}.${semver.minor(read)}` : undefined;
}

/** Whether a version is the minimum or newer; undefined when it is not known. */
export function isAtLeast(
  version: string | undefined,
  minimum: string,
): boolean | undefined {
  const read = readVersion(version);
  return read === undefined ? undefined : semver.gte(read, minimum);
}

/** Compares minors such as `1.9` and `1.31`: negative, zero or positive. */
export function compareMinors(left: string, right: string): number {
  return semver.compare(`${left}.0`, `${right}.0`);
}

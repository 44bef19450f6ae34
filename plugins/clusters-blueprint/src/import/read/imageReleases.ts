import type { ClassFacts } from '../ImportFacts';

/** Pinned releases in an alias, such as `al2023@v20261112`. */
const pinned = {
  al2023: /^al2023@(v20\d{6})$/,
  bottlerocket: /^bottlerocket@(v1\.\d{1,3}\.\d{1,3})$/,
};

/** Releases in the name of an image, which a floating alias resolved to. */
const named = {
  al2023: /^amazon-eks-node-al2023-.*-(v20\d{6})$/,
  bottlerocket: /^bottlerocket-aws-k8s-.*-(v1\.\d{1,3}\.\d{1,3})(-|$)/,
};

function matches(texts: readonly string[], pattern: RegExp): string[] {
  return texts.flatMap(text => pattern.exec(text)?.[1] ?? []);
}

/**
 * The releases of images that NodeClasses use: those that they pin, and for
 * classes that follow the newest release the one that they found.
 */
export function imageReleases(
  classes: readonly ClassFacts[],
  family: keyof typeof pinned,
): string[] {
  const found = classes.flatMap(({ amiAliases, amis }) => {
    const exact = matches(amiAliases, pinned[family]);
    const follows = amiAliases.some(alias => alias === `${family}@latest`);
    return follows
      ? matches(
          amis.map(({ name }) => name ?? ''),
          named[family],
        )
      : exact;
  });
  return [...new Set(found)].sort();
}

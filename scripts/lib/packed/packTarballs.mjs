import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { packPackages } from './packPackages.mjs';

/** As `yarn npm publish` does: a workspace becomes a range of its version. */
function resolveWorkspaces(manifest, versions) {
  for (const field of ['dependencies', 'peerDependencies', 'devDependencies']) {
    for (const [name, range] of Object.entries(manifest[field] ?? {})) {
      if (range === 'workspace:^') {
        // What is not published is needed for development only.
        manifest[field][name] = `^${versions.get(name) ?? '0.0.0'}`;
      }
    }
  }
}

/**
 * Packs all published packages into tarballs, as a release publishes them.
 *
 * @param scratch - an empty folder outside of the checkout
 * @returns the packages with their sizes, or undefined when packing failed
 */
export async function packTarballs(toolchain, scratch) {
  const packed = await packPackages(toolchain, scratch);
  if (!packed) {
    return undefined;
  }
  const versions = new Map(
    packed.map(({ manifest }) => [manifest.name, manifest.version]),
  );
  return packed.map(({ folder, manifest }) => {
    resolveWorkspaces(manifest, versions);
    fs.writeFileSync(
      path.join(folder, 'package.json'),
      JSON.stringify(manifest, null, 2),
    );
    const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(
      execFileSync(
        'npm',
        ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch],
        { cwd: folder, encoding: 'utf8', timeout: 60_000, env: toolchain.env },
      ),
    );
    return {
      manifest,
      file: path.join(scratch, filename),
      bytes: size,
      unpackedBytes: unpackedSize,
      files: entryCount,
    };
  });
}

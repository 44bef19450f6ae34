import fs from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';
import { backstageCli, run } from '../run.mjs';

const manifestOf = folder =>
  JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));

/** The folders of all packages that are published. */
function publishedFolders() {
  return ['packages', 'plugins']
    .flatMap(parent =>
      fs.readdirSync(path.join(root, parent)).map(name => `${parent}/${name}`),
    )
    .filter(folder => fs.existsSync(path.join(root, folder, 'package.json')))
    .filter(folder => !manifestOf(path.join(root, folder)).private);
}

/** Links the declared dependencies of a packed package, and no others. */
function linkDependencies({ source, folder, manifest }, packed) {
  const declared = Object.keys({
    ...manifest.dependencies,
    ...manifest.peerDependencies,
  });
  for (const name of declared) {
    const own = packed.find(each => each.manifest.name === name);
    const places = [own?.folder]
      .concat([source, root].map(at => path.join(at, 'node_modules', name)))
      .filter(place => place && fs.existsSync(place));
    const link = path.join(folder, 'node_modules', name);
    if (places.length > 0) {
      fs.mkdirSync(path.dirname(link), { recursive: true });
      fs.symlinkSync(places[0], link);
    }
  }
}

/**
 * Packs all published packages as a release does, from what was built. Each
 * package gets only its declared dependencies, so an undeclared import fails.
 *
 * @param target - an empty folder outside of the checkout
 * @returns the packages with their folders, or undefined when packing failed
 */
export async function packPackages(toolchain, target) {
  const folders = publishedFolders();
  const names = folders.map(folder => manifestOf(path.join(root, folder)).name);
  const code = await run(
    toolchain,
    [backstageCli, 'build-workspace', target, ...names],
    { stdout: 'ignore' },
  );
  if (code !== 0) {
    return undefined;
  }
  const packed = folders.map(folder => ({
    source: path.join(root, folder),
    folder: path.join(target, folder),
    manifest: manifestOf(path.join(target, folder)),
  }));
  packed.forEach(each => linkDependencies(each, packed));
  return packed;
}

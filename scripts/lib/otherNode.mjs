import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { installPinned } from './installPinned.mjs';
import { root } from './paths.mjs';
import { OTHER_NODE_PACKAGES } from './pinnedPackages.mjs';

const folder = path.join(root, '.clusterworks', 'other-node');

/**
 * The toolchain with the older of the two supported Node versions, fetched
 * from npm; undefined on a platform without a pinned package.
 */
export function otherNode(toolchain) {
  const entry = OTHER_NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (!entry) {
    return undefined;
  }
  const bin = path.join(folder, 'node_modules', entry.name, 'bin');
  const nodeBinary = path.join(bin, 'node');
  if (!fs.existsSync(nodeBinary)) {
    installPinned(folder, [entry]);
  }
  const PATH = `${bin}${path.delimiter}${toolchain.env.PATH}`;
  return { ...toolchain, nodeBinary, env: { ...toolchain.env, PATH } };
}

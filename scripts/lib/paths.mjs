// Plain JavaScript that runs on Node 18: it runs before the supported Node is there.
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
);

/** Everything that the commands leave on disk, besides node_modules. */
export const stateDir = process.env.CLUSTERWORKS_STATE_DIR
  ? path.resolve(process.env.CLUSTERWORKS_STATE_DIR)
  : path.join(root, '.clusterworks');

/** Node and Yarn that were fetched; shared by all states of this checkout. */
export const toolchainDir = path.join(root, '.clusterworks', 'toolchain');

/** What the last `npm test` found. */
export const resultsDir = path.join(root, 'test-results');

import { dirname, resolve } from 'node:path';

const packageRoot = dirname(
  require.resolve('@clusterworks/accuracy/package.json'),
);

/** The folder of the archives. */
export const casesFolder = resolve(packageRoot, 'cases');

/** The page that the command writes. */
export const pageFile = resolve(packageRoot, '../../docs/accuracy.md');

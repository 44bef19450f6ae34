import { checkDisk, ensureInstalled } from './install.mjs';
import { ensureToolchain } from './toolchain.mjs';

/**
 * Prepares everything that a command needs: checks the disk space, and
 * installs a supported Node and Yarn and the dependencies. Idempotent.
 */
export async function prepare(options) {
  checkDisk();
  const toolchain = ensureToolchain();
  const changed = await ensureInstalled(toolchain, options);
  return { toolchain, changed };
}

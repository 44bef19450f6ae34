import { checkDisk, ensureInstalled } from './install.mjs';
import { ensureToolchain } from './toolchain.mjs';

/**
 * Everything that a command needs before it can run: room on the disk, a
 * supported Node and Yarn, the dependencies. Idempotent.
 */
export async function prepare(options) {
  checkDisk();
  const toolchain = ensureToolchain();
  const changed = await ensureInstalled(toolchain, options);
  return { toolchain, changed };
}

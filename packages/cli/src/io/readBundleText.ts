import type { BundleText } from '@clusterworks/plugin-clusters-health';
import type { CliIo } from './CliIo';

/** Reads a capture or a dump that is given as `[resource=]file`. */
export async function readBundleText(
  entry: string,
  io: CliIo,
): Promise<BundleText> {
  const match = /^([a-z0-9.-]+)=(.+)$/i.exec(entry);
  const [resource, file] = match ? [match[1], match[2]] : [undefined, entry];
  return { name: file, resource, text: await io.read(file) };
}

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CertificateAuthority } from '@clusterworks/kube-simulator';
import { scenarioNames } from '../world/scenarios';

const recordSchema = z.object({
  name: z.string(),
  /** Position in the fleet: decides on the port when a base is given. */
  index: z.number().int(),
  port: z.number().int(),
  bornAt: z.number(),
  scenario: z.enum(scenarioNames),
  reachability: z.enum(['reachable', 'unreachable', 'forbidden']),
  authority: z.object({ key: z.string(), cert: z.string() }),
  /** No resourceVersion above this one has ever been given out. */
  reservedVersion: z.number().int(),
});

/** The state of a cluster that survives a restart of the demo. */
export type ClusterRecord = z.infer<typeof recordSchema>;

/** The records of all clusters, one file each. */
export class ClusterRecords {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  #file(name: string): string {
    return join(this.#directory, `${name}.json`);
  }

  /** The record of a cluster, or undefined. */
  async read(name: string): Promise<ClusterRecord | undefined> {
    let text: string;
    try {
      text = await readFile(this.#file(name), 'utf8');
    } catch {
      return undefined;
    }
    const parsed = recordSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  }

  /** Saves a record; if the process crashes meanwhile, the old record stays. */
  async write(record: ClusterRecord): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    const file = this.#file(record.name);
    await writeFile(`${file}.new`, JSON.stringify(record, undefined, 2), {
      mode: 0o600,
    });
    await rename(`${file}.new`, file);
  }
}

/** A record for a cluster that is seen for the first time. */
export function newRecord(
  part: Omit<ClusterRecord, 'authority' | 'reservedVersion'>,
): ClusterRecord {
  return {
    ...part,
    authority: CertificateAuthority.create().toParts(),
    reservedVersion: 0,
  };
}

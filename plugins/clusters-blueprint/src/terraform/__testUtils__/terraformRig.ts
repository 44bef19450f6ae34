import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { sharedPath } from '@clusterworks/test-support';
import { RECORD_FILE, recordOf } from '../../records';
import { renderCluster } from '../../renderCluster';

const rig = sharedPath('tools', 'tfrig', 'terraform-offline') ?? '';

function onPath(command: string): boolean {
  return (process.env.PATH ?? '')
    .split(':')
    .some(directory => existsSync(join(directory, command)));
}

/** Why Terraform cannot run here, or undefined when it can. */
export const terraformMissing: string | undefined = (() => {
  if (!onPath('terraform')) {
    return 'terraform is not installed';
  }
  return rig ? undefined : 'the offline Terraform rig is not there';
})();

/** `it`, or `it.skip` where Terraform cannot run. */
export const itWithTerraform = terraformMissing ? it.skip : it;

/** The root of a spec, as a path in the platform repository. */
export function rootOf({ metadata, spec }: ClusterSpec): string {
  return `terraform/environments/${spec.environment}/${metadata.name}`;
}

/** A platform repository in a temporary folder. */
export class TemporaryRepository {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'clusterworks-tf-')));

  write(path: string, text: string): void {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /**
   * Adds a cluster, as a merged pull request does. The cluster counts as an
   * existing one, so that specs which are refused for a new cluster can be
   * tested.
   */
  render(spec: ClusterSpec): void {
    const { environment } = spec.spec;
    const record = `clusters/${environment}/${spec.metadata.name}/${RECORD_FILE}`;
    const before = { [record]: recordOf({}) };
    const { files } = renderCluster(spec, { before });
    for (const [path, text] of Object.entries(files)) {
      this.write(path, text);
    }
  }

  /**
   * Runs real Terraform, with stand-in providers and modules.
   *
   * @throws with Terraform's output when Terraform fails.
   */
  terraform(
    folder: string,
    args: string[],
    environment: Record<string, string> = {},
  ): Promise<string> {
    const { TFRIG_WORLD, ...inherited } = process.env;
    return new Promise((succeed, fail) => {
      execFile(
        rig,
        [...args],
        {
          cwd: join(this.path, folder),
          env: { ...inherited, TF_IN_AUTOMATION: '1', ...environment },
          maxBuffer: 64 * 1024 * 1024,
        },
        (error, stdout, stderr) => {
          if (error) {
            fail(
              new Error(`terraform ${args.join(' ')}\n${stdout}\n${stderr}`),
            );
          } else {
            succeed(stdout);
          }
        },
      );
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

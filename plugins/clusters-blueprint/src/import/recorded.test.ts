/* eslint-disable jest/no-standalone-expect -- itWith makes tests */
import { bundleFrom } from '@clusterworks/plugin-clusters-health';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedPath } from '@clusterworks/test-support';
import { changedCluster } from './__testUtils__/changedCluster';
import { importCluster } from './importCluster';

/** The bundle or the capture of a folder. */
function fileIn(folder: string): string | undefined {
  return ['bundle.json', 'capture.json']
    .map(name => join(folder, name))
    .find(existsSync);
}

const folders = ['recorded', 'reported'].flatMap(kind => {
  const folder = sharedPath(kind);
  return folder
    ? readdirSync(folder)
        .map(name => join(folder, name))
        .filter(fileIn)
    : [];
});
const itWith = folders.length > 0 ? it : it.skip;

/** AWS around a capture: the same minor, and zones of the same region. */
function importRecorded(folder: string) {
  const text = readFileSync(fileIn(folder)!, 'utf8');
  const { capture } = bundleFrom([{ name: folder, text }]);
  const around = changedCluster({
    aws: {
      'describe-cluster': output => {
        output.cluster.tags = {};
        output.cluster.version =
          /^v?(1\.\d+)/.exec(capture.serverVersion ?? '')?.[1] ?? '1.35';
        return output;
      },
      // With the subnets that the NodeClasses of the capture found.
      'describe-subnets': output => ({
        Subnets: [
          ...output.Subnets,
          ...[...text.matchAll(/"id": ?"(subnet-[^"]+)"/g)].map(([, id]) => ({
            ...output.Subnets[0],
            SubnetId: id,
          })),
        ],
      }),
      'describe-vpcs': output => {
        output.Vpcs[0].Tags = [];
        return output;
      },
    },
  });
  const region = /"topology.kubernetes.io\/zone": ?"([a-z0-9-]+-\d)[a-z]"/.exec(
    text,
  )?.[1];
  return {
    capture,
    found: importCluster({
      capture,
      aws: around.aws.map(({ name, text: output }) => ({
        name,
        text: output.replaceAll(':eu-west-1:', `:${region ?? 'eu-west-1'}:`),
      })),
    }),
  };
}

describe('recorded clusters (skipped where the shared folder is absent)', () => {
  itWith.each(folders.length > 0 ? folders : ['(absent)'])(
    '%s: every pool is in the draft or named, and the rest is asked for',
    folder => {
      // Its NodePools could not be read, so there is nothing to import.
      if (folder.endsWith('k10-conversion-webhook-leftover')) {
        expect(() => importRecorded(folder)).toThrow(
          /the capture has no nodepools \(unreachable: /,
        );
        return;
      }
      const { capture, found } = importRecorded(folder);
      const { items = [] } =
        capture.resources.find(
          ({ resource }) => resource === 'nodepools.karpenter.sh',
        ) ?? {};
      const said = JSON.stringify([found.draft, found.differences]);
      const names = (items as { metadata: { name: string } }[]).map(
        ({ metadata }) => metadata.name,
      );
      expect(names.filter(name => !said.includes(name))).toEqual([]);
      expect(found.questions.map(({ path }) => path)).toEqual(
        expect.arrayContaining(['metadata.owner', 'spec.environment']),
      );
      expect(found.yaml).toBeUndefined();
    },
  );
});

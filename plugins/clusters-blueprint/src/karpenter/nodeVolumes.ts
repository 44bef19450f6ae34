import type { LaunchPool } from '@clusterworks/plugin-clusters-spec';

type Ebs = Record<string, unknown>;

/** The block devices of a NodeClass. */
export type BlockDevice = { deviceName: string; ebs: Ebs };

/** Bottlerocket's own disk is read-only and never grows. */
const bottlerocketRoot: BlockDevice = {
  deviceName: '/dev/xvda',
  ebs: {
    volumeType: 'gp3',
    volumeSize: '4Gi',
    encrypted: true,
    deleteOnTermination: true,
  },
};

/** The volume of the base, with the settings of the pool. */
function ownVolume(base: Ebs, volume: LaunchPool['volume']): Ebs {
  const { throughput, ...rest } = base;
  const type = volume?.type ?? base.volumeType;
  return {
    ...rest,
    // Only gp3 has a throughput setting.
    ...(type === 'gp3' && throughput !== undefined ? { throughput } : {}),
    ...(volume?.size ? { volumeSize: volume.size } : {}),
    volumeType: type,
    ...(volume?.iops ? { iops: volume.iops } : {}),
    ...(volume?.throughput ? { throughput: volume.throughput } : {}),
    ...(volume?.kmsKeyArn ? { kmsKeyID: volume.kmsKeyArn } : {}),
  };
}

/**
 * The disks of a pool's nodes; on Bottlerocket there is a second disk for
 * containers.
 */
export function nodeVolumes(
  base: readonly BlockDevice[],
  { amiFamily, volume }: Pick<LaunchPool, 'amiFamily' | 'volume'>,
): BlockDevice[] {
  if (amiFamily === 'bottlerocket') {
    return [
      {
        ...bottlerocketRoot,
        ebs: {
          ...bottlerocketRoot.ebs,
          ...(volume?.kmsKeyArn ? { kmsKeyID: volume.kmsKeyArn } : {}),
        },
      },
      ...base.map(({ ebs }) => ({
        deviceName: '/dev/xvdb',
        ebs: ownVolume(ebs, volume),
      })),
    ];
  }
  return volume
    ? base.map(device => ({ ...device, ebs: ownVolume(device.ebs, volume) }))
    : [...base];
}

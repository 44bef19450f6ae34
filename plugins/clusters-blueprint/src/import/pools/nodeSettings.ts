import type { BlockDevice } from '../../karpenter/nodeVolumes';
import type { ClassFacts } from '../ImportFacts';

type Device = ClassFacts['blockDevices'][number];

/** Settings of a pool that its NodeClass has. */
export type NodeSettings = {
  amiFamily?: 'bottlerocket';
  volume?: Record<string, unknown>;
  kubelet?: Record<string, unknown>;
};

const BOTTLEROCKET_DATA = '/dev/xvdb';

function isBottlerocket({ amiAliases }: ClassFacts): boolean {
  return amiAliases.some(alias => alias.startsWith('bottlerocket@'));
}

/** The settings in which a disk differs from the one of the blueprint. */
function volumeOf(
  device: Device | undefined,
  base: BlockDevice | undefined,
): Record<string, unknown> | undefined {
  if (!device) {
    return undefined;
  }
  const type = device.volumeType ?? 'gp3';
  const volume = Object.fromEntries(
    [
      ['size', device.volumeSize, base?.ebs.volumeSize],
      ['type', type, base?.ebs.volumeType],
      ['iops', device.iops, base?.ebs.iops],
      ['throughput', device.throughput, base?.ebs.throughput],
      ['kmsKeyArn', device.kmsKeyId, undefined],
    ].flatMap(([field, value, usual]) =>
      value !== undefined && value !== usual ? [[field, value]] : [],
    ),
  );
  return Object.keys(volume).length > 0 ? volume : undefined;
}

function kubeletOf({
  systemReserved,
  kubeReserved,
}: ClassFacts): Record<string, unknown> | undefined {
  const parts = Object.entries({ systemReserved, kubeReserved }).filter(
    ([, amounts]) => Object.keys(amounts).length > 0,
  );
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

/**
 * Image, disk and reservations of a NodeClass, as a pool has them.
 *
 * @param base - the disks of the blueprint's NodeClass for the preset
 */
export function nodeSettings(
  nodeClass: ClassFacts,
  base: readonly BlockDevice[],
): NodeSettings {
  const bottlerocket = isBottlerocket(nodeClass);
  const device = nodeClass.blockDevices.find(
    ({ deviceName }) =>
      deviceName === (bottlerocket ? BOTTLEROCKET_DATA : base[0]?.deviceName),
  );
  const volume = volumeOf(device, base[0]);
  const kubelet = kubeletOf(nodeClass);
  return {
    ...(bottlerocket ? { amiFamily: 'bottlerocket' as const } : {}),
    ...(volume ? { volume } : {}),
    ...(kubelet ? { kubelet } : {}),
  };
}

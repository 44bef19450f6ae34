import { baseManifests } from '../../karpenter/karpenterOverlay';
import type { BlockDevice } from '../../karpenter/nodeVolumes';

/** The disks of the two NodeClasses that all clusters share. */
export function baseVolumes(): Record<'default' | 'gpu', BlockDevice[]> {
  const volumesOf = (name: string) => {
    const found = baseManifests().find(
      ({ kind, metadata }) => kind === 'EC2NodeClass' && metadata.name === name,
    );
    const spec = found?.spec as
      | { blockDeviceMappings: BlockDevice[] }
      | undefined;
    return spec?.blockDeviceMappings ?? [];
  };
  return { default: volumesOf('default'), gpu: volumesOf('gpu') };
}

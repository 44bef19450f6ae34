import { build, type Overrides } from '../base/build';
import type { KubeObject } from '../base/KubeObject';
import { ago } from '../base/time';

/** A volume of EBS that is attached to a node. */
export function volumeAttachment(
  name: string,
  facts: {
    node: string;
    volume?: string;
    createdAt?: string;
    /** Since when it is to be detached. */
    deletedAt?: string;
    detachError?: string;
  } & Overrides,
): KubeObject {
  const { node, volume = 'pvc-1', createdAt = ago('1d') } = facts;
  const { deletedAt, detachError } = facts;
  return build(
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'VolumeAttachment',
      metadata: {
        name,
        creationTimestamp: createdAt,
        ...(deletedAt && { deletionTimestamp: deletedAt }),
        finalizers: ['external-attacher/ebs-csi-aws-com'],
      },
      spec: {
        attacher: 'ebs.csi.aws.com',
        nodeName: node,
        source: { persistentVolumeName: volume },
      },
      status: {
        attached: true,
        ...(detachError && { detachError: { message: detachError } }),
      },
    },
    facts,
  );
}

import { defineKind } from './defineKind';
import { flag, text, withDefault } from './fields';
import type { FactsOf } from './Kind';
import { nameFields } from './parts/metadata';

/**
 * VolumeAttachments: Karpenter terminates an instance only when its node has
 * none.
 */
export const volumeAttachment = defineKind({
  group: 'storage.k8s.io',
  version: 'v1',
  resource: 'volumeattachments',
  kind: 'VolumeAttachment',
  namespaced: false,
  asManyAs: 'pods',
  fields: {
    ...nameFields,
    /** The driver that attaches the volume, for example `ebs.csi.aws.com`. */
    attacher: text('spec.attacher'),
    nodeName: text('spec.nodeName'),
    /** Absent for an inline volume of a pod. */
    volume: text('spec.source.persistentVolumeName'),
    attached: withDefault(flag('status.attached'), false),
    /**
     * Why the last attempt to detach the volume failed, as the driver reports
     * it.
     */
    detachError: text('status.detachError.message'),
  },
});

/** The facts that are kept of a VolumeAttachment. */
export type VolumeAttachmentFacts = FactsOf<typeof volumeAttachment>;

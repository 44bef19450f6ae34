import type { EventFacts, VolumeAttachmentFacts } from '../../../kinds';
import { karpenterLog } from '../../../model/remedy/karpenterLog';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { shellCommand } from '../../../model/remedy/shellCommand';
import type { DraftFinding } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf } from '../../../rule/subjects';

/** The data about the volumes for which a node waits. */
export interface NodeVolumes {
  /** Undefined where VolumeAttachments cannot be read. */
  attached?: readonly VolumeAttachmentFacts[];
  /** Karpenter's newest event about the volumes. */
  event?: EventFacts;
}

const SHOWN = 5;
const EBS = 'ebs.csi.aws.com';

/**
 * For a title, after the name of the node: which volume is still attached, and
 * why.
 */
export function sayVolumes({ attached, event }: NodeVolumes): string {
  if (attached?.length === 0) {
    return ': its pods are gone, and Karpenter still waits for volumes although no VolumeAttachment names the node';
  }
  const why = attached?.[0].detachError ?? event?.message;
  const because = why ? ` (${why.slice(0, 160)})` : '';
  return attached
    ? `: its pods are gone, but ${sayAttached(
        attached,
      )} still attached to it${because}`
    : `: its pods are gone, but volumes are still attached${because}`;
}

function sayAttached([first, ...others]: readonly VolumeAttachmentFacts[]) {
  const name = `volume ${volumeOf(first)}`;
  const driver = first.attacher ? ` (${first.attacher})` : '';
  return others.length === 0
    ? `${name}${driver} is`
    : `${name}${driver} and ${others.length} more are`;
}

function volumeOf({ volume, name }: VolumeAttachmentFacts): string {
  return volume ?? `of VolumeAttachment ${name}`;
}

/** Evidence: the attachments, and Karpenter's event about them. */
export function volumesEvidence(
  node: string,
  { attached = [], event }: NodeVolumes,
): DraftFinding['evidence'] {
  return [
    ...attached.slice(0, SHOWN).map(one => {
      const { attacher = '', deletedAt, detachError } = one;
      const begun =
        deletedAt === undefined
          ? 'its detachment has not begun'
          : `told to detach at ${new Date(deletedAt).toISOString()}`;
      return evidenceOf(
        'VolumeAttachment',
        one,
        'status',
        [
          `volume ${volumeOf(one)}`,
          attacher,
          one.attached ? 'attached' : 'not attached',
          begun,
          ...(detachError ? [detachError] : []),
        ].join(', '),
      );
    }),
    ...(event
      ? [
          evidenceOf(
            'Node',
            { name: node },
            'events[AwaitingVolumeDetachment]',
            event.message,
          ),
        ]
      : []),
  ];
}

/**
 * What to do about volumes for which a node waits: list the attachments, check
 * the driver, then the rest.
 */
export function volumesRemedy(
  ctx: RuleContext,
  node: string,
  { attached }: NodeVolumes,
): RuleRemedy[] {
  return attached?.length === 0
    ? [karpenterLog(ctx, node)]
    : [
        seeAttached(node),
        driverLog(attached?.[0].attacher ?? EBS),
        {
          text: 'A VolumeAttachment whose volume EC2 no longer shows as attached is left over: delete that object, and no other. One that is attached belongs to a driver that has to be repaired first',
        },
        karpenterLog(ctx, node),
      ];
}

/** Shows the volume attachments of a node. */
export function seeAttached(node: string): RuleRemedy {
  return {
    text: 'See which volumes are still attached to the node',
    command: shellCommand`kubectl get volumeattachments -o custom-columns=NAME:.metadata.name,NODE:.spec.nodeName,VOLUME:.spec.source.persistentVolumeName,ATTACHED:.status.attached,DELETED:.metadata.deletionTimestamp | grep -F -e ${node}`,
  };
}

function driverLog(attacher: string): RuleRemedy {
  return attacher === EBS
    ? {
        text: 'Read why the driver does not detach them',
        command: shellCommand`kubectl -n kube-system logs -l app=ebs-csi-controller -c csi-attacher --tail=100`,
      }
    : {
        text: `Read why driver ${attacher} does not detach them: the log of the container csi-attacher of its controller says so`,
      };
}

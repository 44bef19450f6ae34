import { MINUTE } from '../../../model/durations';
import { unavailableSince } from '../../../model/rollout';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable, unknown } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { rolloutTrouble } from '../../../rule/rolloutFinding';
import type { WorkloadFacts } from '../../../kinds';
import { ciliumExtra } from '../../../model/cilium/ciliumWorkloads';
import {
  ciliumNamespace,
  isEniMode,
  noConfig,
} from '../../../model/cilium/ciliumSettings';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { clustermeshNotReadyDoc } from './clustermeshNotReadyDoc';

const TOO_LONG = 5 * MINUTE;
/**
 * In ENI mode, the high bit of the cluster id collides with a packet mark that
 * AWS uses.
 */
const HIGHEST_ENI_ID = 127;

/** D25: the cluster cannot take part in the mesh. */
export const clustermeshNotReady: Rule = {
  code: 'cilium/D25',
  id: 'clustermesh-not-ready',
  component: 'cilium',
  doc: clustermeshNotReadyDoc,
  needs: ['deployments', 'configmaps'],
  details: ['pods', 'events', 'daemonsets'],
  evaluate(ctx) {
    const server = ciliumExtra(ctx.snapshot, 'clusterMesh');
    if (!server) {
      return notApplicable('no clustermesh-apiserver is installed');
    }
    const config = ctx.index.ciliumConfig();
    if (!config) {
      return unknown(noConfig);
    }
    const id = config['cluster-id'] || '0';
    const findings = isUsable(ctx, id) ? [] : [badId(ctx, server, id)];
    if (server.available >= (server.desired ?? 1)) {
      return { findings };
    }
    // A rollout, or the replacement of the node with the only replica, takes a
    // minute.
    const own = unavailableSince(server);
    switch (ctx.lasting('mesh-replicas', own, TOO_LONG)) {
      case 'yes':
        return { findings: [fewReplicas(ctx, server), ...findings] };
      case 'notYet':
        return { findings };
      default:
        return { findings, unknown: 'needs a second look' };
    }
  },
};

function isUsable(ctx: RuleContext, text: string): boolean {
  const id = Number(text);
  return (
    Number.isInteger(id) && id > 0 && (!isEniMode(ctx) || id <= HIGHEST_ENI_ID)
  );
}

function fewReplicas(ctx: RuleContext, server: WorkloadFacts): DraftFinding {
  const trouble = rolloutTrouble(ctx, 'Deployment', server);
  return {
    severity: 'warning',
    subject: subjectOf('Deployment', server),
    key: 'replicas',
    since: ctx.heldSince('mesh-replicas', unavailableSince(server)),
    title: `clustermesh-apiserver has ${server.available} of ${
      server.desired
    } replicas${trouble ? `: ${trouble.because}` : ''}`,
    evidence: [
      evidenceOf(
        'Deployment',
        server,
        'status.availableReplicas',
        server.available,
      ),
      ...(trouble?.evidence ?? []),
    ],
    touches: trouble?.touches,
    remedy: trouble?.remedy ?? [
      {
        text: 'See why its pods do not run',
        command: shellCommand`kubectl -n ${ciliumNamespace(
          ctx,
        )} describe pods -l k8s-app=clustermesh-apiserver`,
      },
    ],
  };
}

function badId(
  ctx: RuleContext,
  server: WorkloadFacts,
  id: string,
): DraftFinding {
  return {
    severity: 'warning',
    subject: subjectOf('Deployment', server),
    key: 'id',
    title: `The cluster is in a mesh with id ${id}, which cannot be used`,
    evidence: [
      evidenceOf(
        'ConfigMap',
        { namespace: ciliumNamespace(ctx), name: 'cilium-config' },
        'data.cluster-id',
        id,
      ),
    ],
    remedy: [
      {
        text: 'Set cilium.clusterMesh.id to a number from 1 to 127 that no other cluster of the mesh has',
      },
    ],
  };
}

import { DraftFinding, notApplicable, Rule, unknown } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { WorkloadFacts } from '../../../kinds';
import { ciliumExtra } from '../../../model/cilium/ciliumWorkloads';
import {
  ciliumNamespace,
  isEniMode,
  noConfig,
} from '../../../model/cilium/ciliumSettings';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { clustermeshNotReadyDoc } from './clustermeshNotReadyDoc';

/** In ENI mode the high bit of the id collides with a mark of AWS. */
const HIGHEST_ENI_ID = 127;

/** D25: the cluster cannot take its part in the mesh. */
export const clustermeshNotReady: Rule = {
  code: 'cilium/D25',
  id: 'clustermesh-not-ready',
  component: 'cilium',
  doc: clustermeshNotReadyDoc,
  needs: ['deployments', 'configmaps'],
  evaluate(ctx) {
    const server = ciliumExtra(ctx.snapshot, 'clusterMesh');
    if (!server) return notApplicable('no clustermesh-apiserver is installed');
    const config = ctx.index.ciliumConfig();
    if (!config) return unknown(noConfig);
    const id = config['cluster-id'] || '0';
    const findings: DraftFinding[] = [];
    if (server.available < (server.desired ?? 1)) {
      findings.push(fewReplicas(ctx, server));
    }
    if (!isUsable(ctx, id)) findings.push(badId(ctx, server, id));
    return { findings };
  },
};

function isUsable(ctx: RuleContext, text: string): boolean {
  const id = Number(text);
  return (
    Number.isInteger(id) && id > 0 && (!isEniMode(ctx) || id <= HIGHEST_ENI_ID)
  );
}

function fewReplicas(ctx: RuleContext, server: WorkloadFacts): DraftFinding {
  return {
    severity: 'warning',
    subject: subjectOf('Deployment', server),
    key: 'replicas',
    since: ctx.heldSince('mesh-replicas'),
    title: `clustermesh-apiserver has ${server.available} of ${server.desired} replicas`,
    evidence: [
      evidenceOf(
        'Deployment',
        server,
        'status.availableReplicas',
        server.available,
      ),
    ],
    remedy: [
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

import { DraftFinding, notApplicable, Rule, unknown } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { WorkloadFacts } from '../kinds';
import { ciliumExtra } from './ciliumWorkloads';
import { ciliumNamespace, isEniMode, noConfig } from './ciliumContext';
import { shellCommand } from '../engine/shellCommand';

/** In ENI mode the high bit of the id collides with a mark of AWS. */
const HIGHEST_ENI_ID = 127;

/** D25: the cluster cannot take its part in the mesh. */
export const clusterMeshState: Rule = {
  code: 'cilium/D25',
  rule: 'clustermesh-not-ready',
  component: 'cilium',
  title: 'Cluster mesh does not work',
  means:
    'Other clusters do not see the services of this one, or traffic of two clusters gets mixed up.',
  detect:
    'Deployment clustermesh-apiserver with fewer available replicas than wanted; or cluster-id 0, or above 127 in ENI mode, although it is there. Whether remote clusters are connected is only in metrics of the agents.',
  remedyDoc:
    'Look at its pods; give the cluster an id from 1 to 127 that no other has.',
  source: 'facts/cilium.md 1.3 and 3.4 D25',
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

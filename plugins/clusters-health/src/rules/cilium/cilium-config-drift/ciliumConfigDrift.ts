import { MINUTE } from '../../../model/durations';
import type { Rule } from '../../../rule/Rule';
import { pass, unknown } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { noConfig } from '../../../model/cilium/ciliumSettings';
import { restartAgents } from '../../../model/remedy/restartAgents';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { ciliumConfigDriftDoc } from './ciliumConfigDriftDoc';

/**
 * After a change of the configuration, a rollout restarts the agents within
 * this time.
 */
const ROLLOUT = 15 * MINUTE;

/** D28: agents run with an older configuration than the stored one. */
export const ciliumConfigDrift: Rule = {
  code: 'cilium/D28',
  id: 'cilium-config-drift',
  component: 'cilium',
  doc: ciliumConfigDriftDoc,
  needs: ['configmaps', 'pods'],
  details: ['daemonsets'],
  evaluate(ctx) {
    const config = ctx
      .items('configmaps')
      .find(map => map.name === 'cilium-config');
    if (!config) {
      return unknown(noConfig);
    }
    const { changedAt } = config;
    const age = ctx.age(changedAt);
    if (changedAt === undefined || age === undefined) {
      return unknown('when cilium-config was changed was not collected');
    }
    const old = [...ctx.index.ciliumAgentPods().values()].filter(pod => {
      const started = pod.startedAt ?? pod.createdAt;
      return started !== undefined && started < changedAt;
    });
    if (old.length === 0 || age < ROLLOUT) {
      return pass();
    }
    const [first] = old;
    const namespace = config.namespace ?? 'kube-system';
    return {
      findings: [
        {
          severity: 'warning',
          subject: subjectOf('ConfigMap', config),
          since: changedAt,
          title: `${
            old.length === 1 ? '1 agent runs' : `${old.length} agents run`
          } with an older configuration of Cilium`,
          evidence: [
            evidenceOf(
              'ConfigMap',
              config,
              'metadata.managedFields[].time',
              new Date(changedAt).toISOString(),
            ),
            evidenceOf(
              'Pod',
              first,
              'status.startTime',
              new Date(first.startedAt ?? first.createdAt ?? 0).toISOString(),
            ),
          ],
          remedy: [
            {
              text: 'See whether the stored configuration is the one that is meant',
              command: shellCommand`kubectl -n ${namespace} get configmap cilium-config -o yaml`,
            },
            restartAgents(ctx, 'If it is'),
          ],
        },
      ],
    };
  },
};

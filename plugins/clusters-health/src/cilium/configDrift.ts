import { MINUTE } from '../engine/durations';
import { pass, Rule, unknown } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { noConfig } from './ciliumContext';
import { shellCommand } from '../engine/shellCommand';

/** A rollout restarts agents after the change. */
const ROLLOUT = 15 * MINUTE;

/** D28: agents run with an older configuration than the one that is stored. */
export const configDrift: Rule = {
  code: 'cilium/D28',
  rule: 'cilium-config-drift',
  component: 'cilium',
  title: 'Agents run with an older configuration',
  means:
    'cilium-config changed after these agents started. Agents read it when they start: the change does not work there yet, and the next node or restart behaves differently.',
  detect:
    "Agent pods that started before the newest metadata.managedFields[].time of cilium-config, 15 minutes after that change. Where the API's answer carries no managedFields (dumps, captures), it cannot be seen. Drift against the values in git is Argo CD's to show.",
  remedyDoc:
    'Restart the agents a few at a time, and set rollOutCiliumPods: true so that a change does that.',
  source: 'facts/cilium.md 3.4 D28',
  needs: ['configmaps', 'pods'],
  evaluate(ctx) {
    const config = ctx
      .items('configmaps')
      .find(map => map.name === 'cilium-config');
    if (!config) return unknown(noConfig);
    const { changedAt } = config;
    const age = ctx.age(changedAt);
    if (changedAt === undefined || age === undefined) {
      return unknown('when cilium-config was changed was not collected');
    }
    const old = [...ctx.index.ciliumAgentPods().values()].filter(pod => {
      const started = pod.startedAt ?? pod.createdAt;
      return started !== undefined && started < changedAt;
    });
    if (old.length === 0 || age < ROLLOUT) return pass();
    const [first] = old;
    const namespace = config.namespace ?? 'kube-system';
    return {
      findings: [
        {
          severity: 'warning',
          subject: subjectOf('ConfigMap', config),
          since: changedAt,
          title: `${old.length} agents run with an older configuration of Cilium`,
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
            {
              text: 'Then restart the agents. This replaces the agent on every node, two at a time by default; pods keep their network, but none starts meanwhile and proxied (layer 7) connections end',
              command: shellCommand`kubectl -n ${namespace} rollout restart daemonset cilium`,
            },
          ],
        },
      ],
    };
  },
};

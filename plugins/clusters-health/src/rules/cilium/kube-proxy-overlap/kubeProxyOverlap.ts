import type { DraftFinding, Rule, RuleResult } from '../../../rule/Rule';
import { pass, unknown } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { clusterSubject, evidenceOf, subjectOf } from '../../../rule/subjects';
import { eksClusterName } from '../../../model/eksClusterName';
import type { WorkloadFacts } from '../../../kinds';
import {
  ciliumNamespace,
  noConfig,
} from '../../../model/cilium/ciliumSettings';
import { sharesNodes } from '../../../model/cilium/sharesNodes';
import { daemonSetNamed } from '../../../model/cilium/ciliumWorkloads';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { touch } from '../../../rule/correlationKey';
import { kubeProxyOverlapDoc } from './kubeProxyOverlapDoc';

/**
 * D14: both kube-proxy and Cilium serve Services, or neither does, or new nodes
 * cannot reach Services.
 */
export const kubeProxyOverlap: Rule = {
  code: 'cilium/D14',
  id: 'kube-proxy-overlap',
  component: 'cilium',
  doc: kubeProxyOverlapDoc,
  needs: ['daemonsets', 'configmaps'],
  uses: ['nodes', 'pods'],
  details: ['deployments'],
  evaluate(ctx) {
    const config = ctx.index.ciliumConfig();
    if (!config) {
      return unknown(noConfig);
    }
    const kubeProxy = daemonSetNamed(ctx.snapshot, 'kube-proxy');
    const runs = kubeProxy !== undefined && (kubeProxy.desired ?? 0) > 0;
    const replaced = config['kube-proxy-replacement'] === 'true';
    if (!replaced) {
      return runs ? pass() : neither(ctx, config);
    }
    // Nodes with another CNI need kube-proxy, so kube-proxy there is no fault.
    const shares = runs ? sharesNodes(ctx, kubeProxy) : 'no';
    if (shares === 'unknown') {
      return unknown("which nodes kube-proxy and Cilium's agent share");
    }
    return runs && shares === 'yes'
      ? both(ctx, kubeProxy)
      : apiServerKnown(ctx);
  },
};

function both(ctx: RuleContext, kubeProxy: WorkloadFacts): RuleResult {
  return fire({
    severity: 'info',
    subject: subjectOf('DaemonSet', kubeProxy),
    title: 'kube-proxy still runs although Cilium replaces it',
    evidence: [replacement(ctx, 'true')],
    remedy: [
      {
        text: 'See that every agent replaces it: KubeProxyReplacement must be True',
        command: shellCommand`kubectl -n ${ciliumNamespace(
          ctx,
        )} exec ds/cilium -c cilium-agent -- cilium-dbg status`,
      },
      {
        text: 'See whether it is an addon of EKS, and remove it in the way it was installed. Services have nobody but Cilium from then on',
        command: shellCommand`aws eks describe-addon --cluster-name ${eksClusterName(
          ctx,
        )} --addon-name kube-proxy`,
      },
    ],
  });
}

function neither(ctx: RuleContext, config: Record<string, string>): RuleResult {
  return fire({
    severity: 'critical',
    subject: clusterSubject(ctx.cluster),
    since: ctx.heldSince('services-by-nobody'),
    title: 'Nothing serves Services: neither kube-proxy nor Cilium',
    touches: [touch.component('cilium'), touch.component('karpenter')],
    evidence: [replacement(ctx, config['kube-proxy-replacement'])],
    remedy: [
      {
        text: 'Set kubeProxyReplacement to true in the values of Cilium, with k8sServiceHost and k8sServicePort, or bring kube-proxy back',
      },
    ],
  });
}

function apiServerKnown(ctx: RuleContext): RuleResult {
  const agent = ctx.index.ciliumAgent();
  const container = agent?.containers.find(one => one.name === 'cilium-agent');
  if (!agent || !container) {
    return unknown('the agent was not found');
  }
  if (!container.env) {
    return unknown("the agent's environment was not collected");
  }
  if (container.env.KUBERNETES_SERVICE_HOST !== undefined) {
    return pass();
  }
  return fire({
    severity: 'critical',
    subject: subjectOf('DaemonSet', agent),
    since: ctx.heldSince('agent-without-api-server'),
    title:
      'Agents of new nodes cannot reach the API server: k8sServiceHost is not set',
    touches: [touch.component('cilium')],
    evidence: [
      replacement(ctx, 'true'),
      evidenceOf(
        'DaemonSet',
        agent,
        'containers[cilium-agent].env.KUBERNETES_SERVICE_HOST',
        undefined,
      ),
    ],
    remedy: [
      {
        text: "Set k8sServiceHost to the cluster's endpoint without https://, and k8sServicePort to 443",
        command: shellCommand`aws eks describe-cluster --name ${eksClusterName(
          ctx,
        )} --query cluster.endpoint --output text`,
      },
    ],
  });
}

function replacement(ctx: RuleContext, value: string | undefined) {
  return evidenceOf(
    'ConfigMap',
    { namespace: ciliumNamespace(ctx), name: 'cilium-config' },
    'data.kube-proxy-replacement',
    value,
  );
}

function fire(finding: DraftFinding): RuleResult {
  return { findings: [finding] };
}

import { notApplicable, pass, Rule, unknown } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { noConfig, setting } from './ciliumContext';
import { daemonSetNamed } from './ciliumWorkloads';

/** D13: the VPC CNI and Cilium manage the same interfaces. */
export const awsNodeConflict: Rule = {
  code: 'cilium/D13',
  rule: 'aws-node-conflict',
  component: 'cilium',
  title: 'aws-node runs beside Cilium',
  means:
    'Both create interfaces and assign addresses on the same nodes: pods may come up on either network, and prefix delegation is off for good on nodes where aws-node was first.',
  detect:
    'DaemonSet aws-node wants pods while cilium-config has ipam eni and no cni-chaining-mode.',
  remedyDoc:
    'Take aws-node off the nodes that Cilium manages. An update of the EKS addon can bring it back: set the affinity in the configuration of the addon, or remove the addon.',
  source: 'facts/cilium.md 2.1 and 3.4 D13',
  needs: ['daemonsets', 'configmaps'],
  evaluate(ctx) {
    const config = ctx.index.ciliumConfig();
    if (!config) return unknown(noConfig);
    if (config.ipam !== 'eni') {
      return notApplicable(`IPAM mode is ${config.ipam ?? 'not set'}`);
    }
    const chaining = setting(ctx, 'cni-chaining-mode') || 'none';
    if (chaining !== 'none') {
      return notApplicable(`Cilium is chained to ${chaining}`);
    }
    const awsNode = daemonSetNamed(ctx.snapshot, 'aws-node');
    if (!awsNode || (awsNode.desired ?? 0) === 0) return pass();
    return {
      findings: [
        {
          severity: 'critical',
          subject: subjectOf('DaemonSet', awsNode),
          since: ctx.heldSince('aws-node'),
          title: `aws-node runs on ${awsNode.desired} nodes that Cilium manages`,
          evidence: [
            evidenceOf(
              'DaemonSet',
              awsNode,
              'status.desiredNumberScheduled',
              awsNode.desired,
            ),
            evidenceOf(
              'ConfigMap',
              { namespace: awsNode.namespace, name: 'cilium-config' },
              'data.ipam',
              config.ipam,
            ),
          ],
          remedy: [
            {
              text: 'Keep aws-node off all nodes but those labelled for it; then recycle the nodes where it ran',
              command: `kubectl -n ${
                awsNode.namespace ?? 'kube-system'
              } patch daemonset aws-node --type=strategic -p '{"spec":{"template":{"spec":{"nodeSelector":{"io.cilium/aws-node-enabled":"true"}}}}}'`,
            },
          ],
          touches: [touch.component('cilium')],
        },
      ],
    };
  },
};

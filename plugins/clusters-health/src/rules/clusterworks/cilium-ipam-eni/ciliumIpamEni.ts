import { checklistRule, met } from '../../../rule/checklistRule';
import { ciliumNamespace } from '../../../model/cilium/ciliumSettings';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { ciliumIpamEniDoc } from './ciliumIpamEniDoc';

/** A point of the validation checklist: Cilium status shows IPAM: AWS ENI. */
export const ciliumIpamEni = checklistRule({
  id: 'cilium-ipam-eni',
  doc: ciliumIpamEniDoc,
  needs: ['configmaps'],
  details: ['daemonsets', 'deployments'],
  judge(ctx) {
    const ipam = ctx.index.ciliumConfig()?.ipam;
    if (ipam === undefined) {
      return { unknown: 'cilium-config was not found' };
    }
    if (ipam === 'eni') {
      return met;
    }
    const map = { name: 'cilium-config', namespace: ciliumNamespace(ctx) };
    return {
      subject: subjectOf('ConfigMap', map),
      title: `Cilium's IPAM mode is ${ipam}, not eni`,
      evidence: [evidenceOf('ConfigMap', map, 'data.ipam', ipam)],
    };
  },
});

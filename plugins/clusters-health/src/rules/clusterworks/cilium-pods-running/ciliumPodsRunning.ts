import { checklistRule, met } from '../../../rule/checklistRule';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { ciliumPodsRunningDoc } from './ciliumPodsRunningDoc';

/** A point of the validation checklist: Cilium pods running. */
export const ciliumPodsRunning = checklistRule({
  id: 'cilium-pods-running',
  doc: ciliumPodsRunningDoc,
  needs: ['daemonsets'],
  command: fixedCommand`kubectl get pods -A -l k8s-app=cilium -o wide`,
  judge(ctx) {
    const agent = ctx.index.ciliumAgent();
    if (!agent) {
      return { unknown: 'no DaemonSet of Cilium was found' };
    }
    const { desired, ready } = agent;
    if (desired === undefined) {
      return { unknown: 'the DaemonSet has no desired number yet' };
    }
    if (ready >= desired && desired > 0) {
      return met;
    }
    return {
      subject: subjectOf('DaemonSet', agent),
      title: `${ready} of ${desired} Cilium agents are ready`,
      evidence: [evidenceOf('DaemonSet', agent, 'status.numberReady', ready)],
    };
  },
});

import { describeRule } from '../../../testing/describeRule';
import { ciliumDaemonSet } from '../../../testing/world';
import { ciliumPodsRunning } from './ciliumPodsRunning';

describeRule(ciliumPodsRunning, [
  {
    name: 'notes an agent that is not ready',
    world: { daemonsets: [ciliumDaemonSet({ status: { numberReady: 0 } })] },
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'is unknown without Cilium',
    world: { daemonsets: [] },
    state: 'unknown',
  },
]);

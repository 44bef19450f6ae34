import { describeRule } from '../../../testing/describeRule';
import { ciliumConfigMap } from '../../../testing/world';
import { ciliumIpamEni } from './ciliumIpamEni';

describeRule(ciliumIpamEni, [
  {
    name: 'notes another mode',
    world: { configmaps: [ciliumConfigMap({ ipam: 'cluster-pool' })] },
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'is unknown without the ConfigMap',
    world: { configmaps: [] },
    state: 'unknown',
  },
]);

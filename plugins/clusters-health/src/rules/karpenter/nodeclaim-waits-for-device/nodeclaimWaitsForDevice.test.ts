import { describeRule } from '../../../testing/describeRule';
import { condition, youngClaim } from '../../../testing/world';
import { nodeclaimWaitsForDevice } from './nodeclaimWaitsForDevice';

const withoutGpu = (minutes: number) =>
  youngClaim(
    'gpu-1',
    minutes,
    condition('Registered', 'True', minutes),
    condition(
      'Initialized',
      'Unknown',
      minutes,
      'ResourceNotRegistered',
      'Resource "nvidia.com/gpu" was requested but not registered',
    ),
  );

describeRule(nodeclaimWaitsForDevice, [
  {
    name: 'fires after 5 minutes',
    world: { nodeclaims: [withoutGpu(6)] },
    state: 'fired',
    severity: 'critical',
    says: 'nvidia.com/gpu',
  },
  {
    name: 'waits for 5 minutes',
    world: { nodeclaims: [withoutGpu(4.9)] },
    state: 'pass',
  },
]);

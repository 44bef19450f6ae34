import { isRoutineEvent } from './isRoutineEvent';

const became = (type: string, before: string, after: string) =>
  `Status condition transitioned, Type: ${type}, Status: ${before} -> ${after}, Reason: ${type}`;

describe('isRoutineEvent', () => {
  it.each([
    ['Launched', became('Launched', 'Unknown', 'True')],
    ['Registered', became('Registered', 'Unknown', 'True')],
    ['Initialized', became('Initialized', 'Unknown', 'True')],
    ['Consolidatable', became('Consolidatable', 'True', 'False')],
    ['Nominated', 'Pod should schedule on: nodeclaim/general-x7k2p'],
    ['DisruptionTerminating', 'Disrupting Node: Underutilized/Delete'],
    ['DisruptionTerminating', 'Disrupting NodeClaim: Empty'],
    ['DisruptionBlocked', 'Nodeclaim does not have an associated node'],
    ['Unconsolidatable', "Can't replace with a cheaper node"],
  ])('is true of %s: %s', (reason, message) => {
    expect(isRoutineEvent({ type: 'Normal', reason, message })).toBe(true);
    expect(isRoutineEvent({ type: 'Warning', reason, message })).toBe(false);
    expect(isRoutineEvent({ type: undefined, reason, message })).toBe(false);
  });

  it.each([
    // It was not ready before.
    ['Ready', became('Ready', 'False', 'True')],
    ['Ready', became('Ready', 'True', 'False')],
    ['Launched', became('Launched', 'Unknown', 'False')],
    ['Drifted', became('Drifted', 'Unknown', 'True')],
    ['InstanceTerminating', became('InstanceTerminating', 'Unknown', 'True')],
    ['DisruptionTerminating', 'Disrupting Node: Drifted'],
    ['DisruptionTerminating', 'Disrupting Node: Expired'],
    ['DisruptionBlocked', 'No allowed disruptions due to blocking budget'],
    ['DisruptionBlocked', 'PDB "shop/web" prevents pod evictions'],
    ['Unconsolidatable', 'Pdb "shop/web" prevents pod evictions'],
    ['Unconsolidatable', 'Pod has "karpenter.sh/do-not-disrupt" annotation'],
    ['SpotInterrupted', 'Spot interruption warning was triggered'],
    ['SomethingNew', 'Nobody knows what this is'],
  ])('is false of %s: %s', (reason, message) => {
    expect(isRoutineEvent({ type: 'Normal', reason, message })).toBe(false);
  });
});

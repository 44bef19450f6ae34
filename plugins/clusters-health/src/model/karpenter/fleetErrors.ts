/** Why a launch failed, according to the error code of EC2. */
export type FleetErrorKind = 'capacity' | 'quota' | 'addresses' | 'rights';

/** One error of EC2 in the response to a launch. */
export interface FleetError {
  code: string;
  message: string;
  /** Absent when the code is not known: then the text of EC2 is shown. */
  kind?: FleetErrorKind;
}

/** Codes of CreateFleet and RunInstances that AWS documents. */
const kinds: Readonly<Record<string, FleetErrorKind>> = {
  InsufficientInstanceCapacity: 'capacity',
  InsufficientHostCapacity: 'capacity',
  InsufficientReservedInstanceCapacity: 'capacity',
  InsufficientCapacity: 'capacity',
  UnfulfillableCapacity: 'capacity',
  ReservationCapacityExceeded: 'capacity',
  SpotMaxPriceTooLow: 'capacity',
  Unsupported: 'capacity',
  'InvalidCapacityReservationState.Unavailable': 'capacity',
  VcpuLimitExceeded: 'quota',
  InstanceLimitExceeded: 'quota',
  MaxSpotInstanceCountExceeded: 'quota',
  MaxSpotFleetRequestCountExceeded: 'quota',
  MaxFleetCountExceeded: 'quota',
  VolumeLimitExceeded: 'quota',
  MaxIOPSLimitExceeded: 'quota',
  InsufficientFreeAddressesInSubnet: 'addresses',
  UnauthorizedOperation: 'rights',
  AuthFailure: 'rights',
  'AuthFailure.ServiceLinkedRoleCreationNotPermitted': 'rights',
  PendingVerification: 'rights',
  OptInRequired: 'rights',
};

/** `Code: text`, the format in which Karpenter joins the errors of a fleet. */
const ANSWER = /^\s*([A-Z][A-Za-z]{3,60}(?:\.[A-Z][A-Za-z]{1,60})*): (.*)$/s;

/**
 * The errors of EC2 in a launch error of Karpenter: `…, with fleet error(s),
 * Code: text; Code: text`.
 */
export function fleetErrors(message: string): FleetError[] {
  const at = message.indexOf('fleet error(s), ');
  const answers =
    at < 0 ? message : message.slice(at + 'fleet error(s), '.length);
  return answers.split(/; (?=[A-Z])/).flatMap(answer => {
    const [, code, text] = ANSWER.exec(answer) ?? [];
    if (code === undefined) {
      return [];
    }
    const kind = Object.hasOwn(kinds, code) ? kinds[code] : undefined;
    return [{ code, message: text, ...(kind ? { kind } : {}) }];
  });
}

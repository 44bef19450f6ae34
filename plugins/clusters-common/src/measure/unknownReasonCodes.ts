/**
 * Codes of reasons why a number is unknown, for which pages have words of their
 * own. More may come: a reader that does not know one shows the `reason`.
 *
 * - `source` of the source `source`, which is in the state `state`
 * - `noCiliumNodes`: there are none
 * - `ipamMode`: the mode is `mode`, not `eni`
 * - `noEniNode`: no CiliumNode is in ENI mode
 * - `unseenSubnet`: no node shows how large the subnet `subnet` is
 * - `noSubnet`: no node shows its subnet
 * - `noBlock`: the block of the subnet is not known
 * - `refused`: EC2 gives `count` nodes no address
 * - `oneLook`: one look does not show how fast it shrinks
 * - `shortTrend`: a trend needs a day and was seen for `hours` hours
 * - `lastsLong`: it does not shrink enough to run out
 * - `noUse`: the agent has not reported which addresses it uses
 * - `noUseBySubnet`: nodes do not say which of their interfaces is in use
 * - `noLimits`: the limits of the type `instanceType` are not known
 * - `noInstanceType`: the instance type is not known
 * - `noPoolStatus`: Karpenter has not written the status of the pool
 * - `noStatus`: the controller has not written a status
 * - `noNodes`, `noKarpenterNodes`: there are none
 * - `noCapacityType`: nodes do not say how they were bought
 * - `noWorkload`: no workload has several pods
 * - `noNodeUp`: no node has come up yet
 * - `nothingToShare`: the whole is zero
 *
 * @public
 */
export const unknownReasonCodes = [
  'source',
  'noCiliumNodes',
  'ipamMode',
  'noEniNode',
  'unseenSubnet',
  'noSubnet',
  'noBlock',
  'refused',
  'oneLook',
  'shortTrend',
  'lastsLong',
  'noUse',
  'noUseBySubnet',
  'noLimits',
  'noInstanceType',
  'noPoolStatus',
  'noStatus',
  'noNodes',
  'noKarpenterNodes',
  'noCapacityType',
  'noWorkload',
  'noNodeUp',
  'nothingToShare',
] as const;

/**
 * A code of a reason why a number is unknown.
 *
 * @public
 */
export type UnknownReasonCode = (typeof unknownReasonCodes)[number];

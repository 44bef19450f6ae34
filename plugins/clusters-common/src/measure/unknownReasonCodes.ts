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
] as const;

/**
 * A code of a reason why a number is unknown.
 *
 * @public
 */
export type UnknownReasonCode = (typeof unknownReasonCodes)[number];

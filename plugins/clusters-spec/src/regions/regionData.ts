/**
 * AWS regions that offer EKS, with the zone letters that accounts see.
 * Letters differ between accounts in a few old regions, so a list of zones in
 * a spec may name any of `letters`, and a count takes the first ones.
 *
 * @public
 */
export const regionData = {
  source:
    'AWS General Reference (EKS endpoints) and EC2 user guide (Availability Zones)',
  asOf: '2026-08-01',
  regions: {
    'af-south-1': { letters: 'abc' },
    'ap-east-1': { letters: 'abc' },
    'ap-east-2': { letters: 'abc' },
    'ap-northeast-1': { letters: 'acdb' },
    'ap-northeast-2': { letters: 'abcd' },
    'ap-northeast-3': { letters: 'abc' },
    'ap-south-1': { letters: 'abc' },
    'ap-south-2': { letters: 'abc' },
    'ap-southeast-1': { letters: 'abc' },
    'ap-southeast-2': { letters: 'abc' },
    'ap-southeast-3': { letters: 'abc' },
    'ap-southeast-4': { letters: 'abc' },
    'ap-southeast-5': { letters: 'abc' },
    'ap-southeast-6': { letters: 'abc' },
    'ap-southeast-7': { letters: 'abc' },
    'ca-central-1': { letters: 'abd' },
    'ca-west-1': { letters: 'abc' },
    'eu-central-1': { letters: 'abc' },
    'eu-central-2': { letters: 'abc' },
    'eu-north-1': { letters: 'abc' },
    'eu-south-1': { letters: 'abc' },
    'eu-south-2': { letters: 'abc' },
    'eu-west-1': { letters: 'abc' },
    'eu-west-2': { letters: 'abc' },
    'eu-west-3': { letters: 'abc' },
    'il-central-1': { letters: 'abc' },
    'me-central-1': { letters: 'abc' },
    'me-south-1': { letters: 'abc' },
    'mx-central-1': { letters: 'abc' },
    'sa-east-1': { letters: 'abc' },
    // us-east-1e cannot host EKS control planes, so it is left out.
    'us-east-1': { letters: 'abcdf' },
    'us-east-2': { letters: 'abc' },
    'us-west-1': { letters: 'acb', usable: 2 },
    'us-west-2': { letters: 'abcd' },
    'cn-north-1': { letters: 'abd' },
    'cn-northwest-1': { letters: 'abc' },
    'us-gov-east-1': { letters: 'abc' },
    'us-gov-west-1': { letters: 'abc' },
  } as Record<string, { letters: string; usable?: number }>,
} as const;

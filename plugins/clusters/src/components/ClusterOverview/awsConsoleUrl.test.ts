import { awsConsoleUrl } from './awsConsoleUrl';

describe('awsConsoleUrl', () => {
  it.each([
    [
      'eu-west-1',
      'https://eu-west-1.console.aws.amazon.com/eks/clusters/payments?region=eu-west-1',
    ],
    [
      'cn-north-1',
      'https://console.amazonaws.cn/eks/clusters/payments?region=cn-north-1',
    ],
    [
      'us-gov-west-1',
      'https://console.amazonaws-us-gov.com/eks/clusters/payments?region=us-gov-west-1',
    ],
  ])('knows the console of %s', (region, url) => {
    expect(awsConsoleUrl(region, 'payments')).toBe(url);
  });
});

import { ec2ConsoleUrl } from './ec2ConsoleUrl';

const ID = 'i-0c4f1a2b3c4d5e6f7';

describe('ec2ConsoleUrl', () => {
  it.each([
    ['eu-west-1', 'eu-west-1.console.aws.amazon.com'],
    ['cn-north-1', 'cn-north-1.console.amazonaws.cn'],
    ['us-gov-west-1', 'console.amazonaws-us-gov.com'],
  ])('of %s is in its partition', (region, host) => {
    expect(ec2ConsoleUrl(region, ID)).toBe(
      `https://${host}/ec2/home?region=${region}#InstanceDetails:instanceId=${ID}`,
    );
  });

  it.each([
    ['eu-west-1', 'i-zzz'],
    ['eu-west-1', undefined],
    [undefined, ID],
    ['evil.example/', ID],
  ])('is absent for %s and %s', (region, id) => {
    expect(ec2ConsoleUrl(region, id)).toBeUndefined();
  });
});

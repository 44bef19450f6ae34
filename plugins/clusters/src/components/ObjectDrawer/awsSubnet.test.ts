import { describeSubnet, subnetConsoleUrl } from './awsSubnet';

const ID = 'subnet-0c4f1a2b3c4d5e6f7';

describe('a subnet in AWS', () => {
  it('has a page in the console of its partition, and a command', () => {
    expect(subnetConsoleUrl('eu-west-1', ID)).toBe(
      `https://eu-west-1.console.aws.amazon.com/vpcconsole/home?region=eu-west-1#SubnetDetails:subnetId=${ID}`,
    );
    expect(subnetConsoleUrl('cn-north-1', ID)).toContain('amazonaws.cn/');
    expect(describeSubnet('eu-west-1', ID)).toMatch(
      /^aws ec2 describe-subnets --region eu-west-1 --subnet-ids subnet-0c4f/,
    );
  });

  it.each([
    ['eu-west-1', 'subnet-x'],
    ['eu-west-1', `${ID};id`],
    [undefined, ID],
    ['evil.example/', ID],
  ])('has neither for %s and %s', (region, id) => {
    expect(subnetConsoleUrl(region, id)).toBeUndefined();
    expect(describeSubnet(region, id)).toBeUndefined();
  });
});

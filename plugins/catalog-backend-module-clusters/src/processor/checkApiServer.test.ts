import { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import { checkApiServer } from './checkApiServer';

function entity(server: string | undefined, provider: string | undefined) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'payments-prod',
      annotations: {
        ...(server === undefined ? {} : { 'kubernetes.io/api-server': server }),
        ...(provider ? { 'kubernetes.io/auth-provider': provider } : {}),
      },
    },
  };
}

const guard = new ApiServerGuard({
  allowedHosts: ['127.0.0.1', '*.internal.acme.example'],
  privateHosts: ['127.0.0.1'],
});
const strict = new ApiServerGuard({ allowedHosts: [], privateHosts: [] });

describe('checkApiServer', () => {
  it.each([
    ['https://0A1B.gr7.eu-west-1.eks.amazonaws.com', 'aws'],
    ['https://0a1b.yl4.us-gov-west-1.eks.amazonaws.com/', 'aws'],
    ['https://0a1b.sk1.cn-north-1.eks.amazonaws.com.cn', 'aws'],
    ['https://0a1b.sk1.eu-west-1.eks.amazonaws.com:443', 'aws'],
    ['https://127.0.0.1:7031', 'aws'],
    ['https://api.internal.acme.example', 'aws'],
    ['https://anything.example', 'google'],
    ['https://anything.example', undefined],
    [undefined, 'aws'],
  ])('lets %s with %s pass', (server, provider) => {
    expect(() => checkApiServer(entity(server, provider), guard)).not.toThrow();
  });

  it.each([
    ['another host', 'https://evil.example'],
    ['the suffix elsewhere', 'https://x.eks.amazonaws.com.evil.example'],
    ['the suffix without its dot', 'https://xeks.amazonaws.com'],
    ['the bare suffix', 'https://eks.amazonaws.com'],
    ['another AWS service', 'https://bucket.s3.amazonaws.com'],
    ['the suffix as user', 'https://x.eks.amazonaws.com@evil.example'],
    ['the suffix as path', 'https://evil.example/x.eks.amazonaws.com'],
    ['the suffix as query', 'https://evil.example?x.eks.amazonaws.com'],
    ['the suffix as fragment', 'https://evil.example#.eks.amazonaws.com'],
    ['a backslash', 'https://evil.example\\.eks.amazonaws.com'],
    ['an encoded slash', 'https://evil.example%2f.eks.amazonaws.com'],
    ['a full-width dot', 'https://evil.example／x.eks.amazonaws.com'],
    ['a line break', 'https://evil.example\n.eks.amazonaws.com'],
    ['a space before it', ' https://evil.example'],
    ['plain http', 'http://x.eu-west-1.eks.amazonaws.com'],
    ['a trailing dot', 'https://x.eks.amazonaws.com.'],
    ['a loopback address', 'https://127.0.0.1:8443'],
    ['the metadata service', 'https://169.254.169.254'],
    ['a number as address', 'https://2130706433'],
    ['an IPv6 address', 'https://[::1]:6443'],
    ['nothing', ''],
  ])('refuses %s', (_, server) => {
    expect(() => checkApiServer(entity(server, 'aws'), strict)).toThrow(
      /^Cluster "payments-prod": annotation kubernetes.io\/api-server /,
    );
  });

  it.each(['AWS', ' aws ', 'Aws'])('treats "%s" as aws', provider => {
    expect(() =>
      checkApiServer(entity('https://evil.example', provider), strict),
    ).toThrow('names the host evil.example');
  });
});

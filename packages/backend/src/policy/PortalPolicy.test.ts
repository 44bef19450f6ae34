import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { PortalPolicy } from './PortalPolicy';

const policy = new PortalPolicy(['group:default/platform']);

function user(...refs: string[]): PolicyQueryUser {
  return {
    info: { userEntityRef: 'user:default/sam', ownershipEntityRefs: refs },
  } as PolicyQueryUser;
}

function decide(name: string, who?: PolicyQueryUser) {
  const permission = createPermission({ name, attributes: {} });
  return policy.handle({ permission }, who);
}

describe('PortalPolicy', () => {
  const { ALLOW, DENY } = AuthorizeResult;
  it.each([
    ['clusters.cluster.read', user('group:default/payments'), ALLOW],
    ['scaffolder.task.create', user('group:default/payments'), ALLOW],
    ['catalog.entity.delete', user('group:default/payments'), DENY],
    ['catalog.location.create', user('group:default/payments'), DENY],
    ['kubernetes.proxy', user('group:default/payments'), DENY],
    ['catalog.entity.delete', user('Group:default/Platform'), ALLOW],
    ['clusters.cluster.read', undefined, DENY],
  ])('%s (case %#) is decided', async (name, who, expected) => {
    expect(await decide(name, who)).toEqual({ result: expected });
  });
});

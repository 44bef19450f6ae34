import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import { kubernetesPermissions } from '@backstage/plugin-kubernetes-common';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { scaffolderPermissions } from '@backstage/plugin-scaffolder-common/alpha';
import {
  clusterChangePermissions,
  clusterMutePermission,
  clusterReadPermission,
  clusterRenderPermission,
} from '@clusterworks/plugin-clusters-common';
import { PortalPolicy } from './PortalPolicy';
import { memberPermissions } from './rolePermissions';

const policy = new PortalPolicy(['Group:default/Platform']);

function user(...refs: string[]): PolicyQueryUser {
  return {
    info: { userEntityRef: 'user:default/sam', ownershipEntityRefs: refs },
  } as PolicyQueryUser;
}

function decide(name: string, who?: PolicyQueryUser) {
  const permission = createPermission({ name, attributes: {} });
  return policy.handle({ permission }, who);
}

// portalRights.test.ts tests what each role may do, on the whole portal.
describe('PortalPolicy', () => {
  const { ALLOW, DENY } = AuthorizeResult;
  it.each([
    ['some.plugin.that.came.later', user('group:default/payments'), DENY],
    ['some.plugin.that.came.later', user('group:DEFAULT/platform'), ALLOW],
    ['scaffolder.task.create', user('group:default/payments'), ALLOW],
    ['scaffolder.task.create', user('user:default/sam'), DENY],
    ['scaffolder.task.create', user(), DENY],
    ['scaffolder.task.create', undefined, DENY],
  ])('%s (case %#) is decided', async (name, who, expected) => {
    expect(await decide(name, who)).toEqual({ result: expected });
  });

  it('lists permissions that exist', () => {
    const known = [
      ...catalogPermissions,
      ...kubernetesPermissions,
      ...scaffolderPermissions,
      clusterReadPermission,
      clusterRenderPermission,
      clusterMutePermission,
      ...Object.values(clusterChangePermissions),
    ].map(({ name }) => name);
    expect(
      [...memberPermissions].filter(name => !known.includes(name)),
    ).toEqual([]);
  });
});

import type { SpecRule } from '../PartialSpec';
import { checkAccess } from './checkAccess';
import { checkAddons } from './checkAddons';
import { checkClusterMesh } from './checkCilium';
import {
  checkEndpoint,
  checkExistingVpc,
  checkSecondaryCidrs,
  checkVpcCidr,
  checkZones,
} from './checkNetwork';
import { checkEfa } from './checkEfa';
import { checkGitops } from './checkGitops';
import { checkIam } from './checkIam';
import {
  checkInterfaceEndpoints,
  checkNodeSettings,
} from './checkNodeSettings';
import { checkNodePools } from './checkNodePools';
import { checkSpecVersions } from './checkSpecVersions';
import { checkSystemNodes } from './checkSystemNodes';
import { checkTags } from './checkTags';

/** Every rule over several fields, in the order of the document. */
export const specRules: readonly SpecRule[] = [
  checkTags,
  checkSpecVersions,
  checkVpcCidr,
  checkSecondaryCidrs,
  checkZones,
  checkExistingVpc,
  checkEndpoint,
  checkInterfaceEndpoints,
  checkIam,
  checkAccess,
  checkSystemNodes,
  checkClusterMesh,
  checkNodePools,
  checkNodeSettings,
  checkEfa,
  checkAddons,
  checkGitops,
];

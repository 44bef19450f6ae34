import { SpecRule } from '../PartialSpec';
import { checkAccess } from './checkAccess';
import { checkClusterMesh } from './checkCilium';
import {
  checkEndpoint,
  checkSecondaryCidrs,
  checkVpcCidr,
  checkZones,
} from './checkNetwork';
import { checkGitops } from './checkGitops';
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
  checkEndpoint,
  checkAccess,
  checkSystemNodes,
  checkClusterMesh,
  checkNodePools,
  checkGitops,
];

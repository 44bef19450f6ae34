/** The portal of this repository in a process of its own, and its clients. */
// The portal's package exports nothing; these are helpers of its tests.
/* eslint-disable @backstage/no-relative-monorepo-imports, no-restricted-imports */
export { McpClient } from '../../backend/src/__testUtils__/McpClient';
export { RunningPortal } from '../../backend/src/__testUtils__/RunningPortal';
export { group, user } from '../../backend/src/__testUtils__/portalEntities';

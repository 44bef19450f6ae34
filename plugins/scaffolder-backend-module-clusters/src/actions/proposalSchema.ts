import type { z } from 'zod/v3';

type Zod = typeof z;

/** Why a cluster may share addresses with another one. */
export const overlapAcknowledgement = (zod: Zod) =>
  zod
    .string()
    .max(500)
    .optional()
    .describe(
      'Why the cluster may share addresses with another one, where clusters.addresses.overlaps is acknowledge; stands in the pull request',
    );

/** Inputs of every action that opens a pull request. */
export const proposalInput = {
  overlapAcknowledgement,
  allowVersionSteps: (zod: Zod) =>
    zod
      .boolean()
      .optional()
      .describe(
        'Whether versions may skip a minor, go back, or change several at once',
      ),
  token: (zod: Zod) =>
    zod
      .string()
      .optional()
      .describe('Token of the user; default: that of the integration'),
};

/** Outputs of every action that opens a pull request. */
export const proposalOutput = {
  changed: (zod: Zod) =>
    zod.boolean().describe('Whether there is anything to merge'),
  summary: (zod: Zod) => zod.string().describe('What the cluster is'),
  files: (zod: Zod) => zod.array(zod.string()).describe('Files that change'),
  branch: (zod: Zod) =>
    zod.string().optional().describe('Branch of the change'),
  pullRequestUrl: (zod: Zod) =>
    zod.string().optional().describe('Its pull request'),
  pullRequestNumber: (zod: Zod) =>
    zod.number().optional().describe('Its number'),
};

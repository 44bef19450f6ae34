import type { EC2Client } from '@aws-sdk/client-ec2';
import { DescribeVpcsCommand } from '@aws-sdk/client-ec2';
import type { EKSClient } from '@aws-sdk/client-eks';
import {
  DescribeClusterCommand,
  ListClustersCommand,
} from '@aws-sdk/client-eks';
import type { STSClient } from '@aws-sdk/client-sts';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { z } from 'zod';
import { eksClusterSchema, type EksCluster } from './eksClusterSchema';

/**
 * Maximum number of clusters that are read in a region; an account may have 100
 * by default.
 */
const MAX_CLUSTERS = 2_000;

/**
 * Concurrent `eks:DescribeCluster` calls; few enough that EKS does not throttle
 * them.
 */
const PARALLEL = 5;

const pageSchema = z.object({
  clusters: z.array(z.string().max(100)).max(100).default([]),
  nextToken: z.string().max(10_000).optional(),
});

const vpcsSchema = z.object({
  Vpcs: z
    .array(
      z.object({
        VpcId: z.string().max(100),
        CidrBlock: z.cidrv4(),
        CidrBlockAssociationSet: z
          .array(
            z.object({
              CidrBlock: z.cidrv4(),
              CidrBlockState: z.object({ State: z.string().max(50) }),
            }),
          )
          .max(100)
          .default([]),
      }),
    )
    .max(1000)
    .default([]),
});

/** The description of one cluster, or why it could not be described. */
export type Described =
  | { name: string; cluster: EksCluster }
  | { name: string; refused: string };

/** One region of an account, read through AWS's own clients. */
export class EksRegion {
  readonly #eks: Pick<EKSClient, 'send'>;
  readonly #ec2: Pick<EC2Client, 'send'>;
  readonly #sts: Pick<STSClient, 'send'>;

  constructor(clients: {
    eks: Pick<EKSClient, 'send'>;
    ec2: Pick<EC2Client, 'send'>;
    sts: Pick<STSClient, 'send'>;
  }) {
    this.#eks = clients.eks;
    this.#ec2 = clients.ec2;
    this.#sts = clients.sts;
  }

  /**
   * The account that the credentials belong to. Credentials of another account
   * would list none of our clusters, which must not be mistaken for deleted
   * clusters.
   */
  async readAccountId(signal: AbortSignal): Promise<string | undefined> {
    const { Account } = await this.#sts.send(new GetCallerIdentityCommand({}), {
      abortSignal: signal,
    });
    return Account;
  }

  /**
   * All clusters of the region. A cluster that is deleted between list and
   * description is left out; one that the portal may not describe has the
   * reason.
   *
   * @throws when the list is incomplete; then the caller must not change
   * anything
   */
  async readClusters(signal: AbortSignal): Promise<Described[]> {
    const names = await this.#list(signal);
    const described: Described[] = [];
    for (let next = 0; next < names.length; next += PARALLEL) {
      const batch = await Promise.all(
        names
          .slice(next, next + PARALLEL)
          .map(name => this.#describe(name, signal)),
      );
      described.push(...batch.filter(one => one !== undefined));
    }
    return described;
  }

  /**
   * The address blocks of VPCs, with the primary block of each first.
   *
   * @throws when EC2 refuses the request
   */
  async readVpcCidrs(
    vpcIds: readonly string[],
    signal: AbortSignal,
  ): Promise<Map<string, string[]>> {
    if (vpcIds.length === 0) {
      return new Map();
    }
    const answer = await this.#ec2.send(
      // With a filter instead of ids, a VPC that was deleted does not fail the
      // others.
      new DescribeVpcsCommand({
        Filters: [{ Name: 'vpc-id', Values: vpcIds.slice(0, 200) }],
      }),
      { abortSignal: signal },
    );
    const { Vpcs } = vpcsSchema.parse(answer);
    const rest = await this.readVpcCidrs(vpcIds.slice(200), signal);
    for (const { VpcId, CidrBlock, CidrBlockAssociationSet } of Vpcs) {
      const associated = CidrBlockAssociationSet.filter(
        ({ CidrBlockState }) => CidrBlockState.State === 'associated',
      ).map(one => one.CidrBlock);
      rest.set(VpcId, [...new Set([CidrBlock, ...associated])]);
    }
    return rest;
  }

  async #list(signal: AbortSignal): Promise<string[]> {
    const names: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = pageSchema.parse(
        await this.#eks.send(
          new ListClustersCommand({ maxResults: 100, nextToken }),
          { abortSignal: signal },
        ),
      );
      names.push(...page.clusters);
      if (names.length > MAX_CLUSTERS) {
        throw new Error(`EKS lists more than ${MAX_CLUSTERS} clusters`);
      }
      nextToken = page.nextToken;
    } while (nextToken);
    return [...new Set(names)];
  }

  async #describe(
    name: string,
    signal: AbortSignal,
  ): Promise<Described | undefined> {
    try {
      const answer = await this.#eks.send(
        new DescribeClusterCommand({ name }),
        { abortSignal: signal },
      );
      const parsed = eksClusterSchema.safeParse(answer.cluster);
      return parsed.success
        ? { name, cluster: parsed.data }
        : { name, refused: 'the description is not that of a cluster' };
    } catch (error) {
      const kind = error instanceof Error ? error.name : '';
      if (kind === 'ResourceNotFoundException') {
        return undefined;
      }
      if (kind === 'AccessDeniedException') {
        return { name, refused: 'eks:DescribeCluster is denied' };
      }
      throw error;
    }
  }
}

import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A cluster in the form in which `eks:DescribeCluster` returns it. */
export function describedCluster(name: string, overrides: object = {}): object {
  return {
    name,
    arn: `arn:aws:eks:eu-west-1:111122223333:cluster/${name}`,
    createdAt: 1_760_000_000,
    version: '1.35',
    endpoint: `https://${name}.gr7.eu-west-1.eks.amazonaws.com`,
    roleArn: 'arn:aws:iam::111122223333:role/cluster',
    status: 'ACTIVE',
    certificateAuthority: { data: 'Q0E=' },
    resourcesVpcConfig: { vpcId: 'vpc-1', endpointPublicAccess: false },
    platformVersion: 'eks.4',
    tags: {},
    ...overrides,
  };
}

/** An error in the form in which EKS returns it. */
export interface AwsError {
  status: number;
  type: string;
}

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body: string;
}

/**
 * A simulation of EKS, EC2 and STS in one region, with the documented answers
 * of AWS. AWS's own clients reach it through the variables
 * `AWS_ENDPOINT_URL_*`.
 */
export class AwsStandIn {
  account = '111122223333';
  clusters = new Map<string, object | AwsError>();
  /** Errors to answer with first, one per request. */
  readonly errors: AwsError[] = [];
  /** The answer to every request for a further page of the list. */
  laterPages: AwsError | undefined;
  /** Whether `ec2:DescribeVpcs` is allowed. */
  seesVpcs = true;
  pageSize = 100;
  readonly requests: string[] = [];
  readonly #server: Server;
  readonly #variables = ['EKS', 'EC2', 'STS'].map(
    service => `AWS_ENDPOINT_URL_${service}`,
  );

  constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request).then(({ status = 200, headers, body }) => {
        response.writeHead(status, headers);
        response.end(body);
      });
    });
  }

  async start(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = this.#server.address() as AddressInfo;
    for (const variable of this.#variables) {
      process.env[variable] = `http://127.0.0.1:${port}`;
    }
  }

  stop(): void {
    this.#variables.forEach(variable => delete process.env[variable]);
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const pieces: Buffer[] = [];
    for await (const piece of request) {
      pieces.push(piece);
    }
    const form = new URLSearchParams(Buffer.concat(pieces).toString());
    const action = form.get('Action');
    if (action === 'GetCallerIdentity') {
      return this.#identity();
    }
    if (action === 'DescribeVpcs') {
      return this.#vpcs();
    }
    const url = new URL(request.url ?? '/', 'http://aws');
    this.requests.push(url.pathname + url.search);
    const error = this.errors.shift();
    if (error) {
      return asError(error);
    }
    const [, name] = /^\/clusters\/(.+)$/.exec(url.pathname) ?? [];
    return name ? this.#describe(name) : this.#list(url.searchParams);
  }

  #list(query: URLSearchParams): Answer {
    const start = Number(query.get('nextToken') ?? 0);
    if (start > 0 && this.laterPages) {
      return asError(this.laterPages);
    }
    const end = start + this.pageSize;
    const names = [...this.clusters.keys()];
    return json({
      clusters: names.slice(start, end),
      nextToken: end < names.length ? String(end) : null,
    });
  }

  #describe(name: string): Answer {
    const cluster = this.clusters.get(name);
    if (!cluster) {
      return asError({ status: 404, type: 'ResourceNotFoundException' });
    }
    return 'type' in cluster ? asError(cluster) : json({ cluster });
  }

  #identity(): Answer {
    return {
      body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>arn:aws:iam::${this.account}:user/portal</Arn><UserId>AIDA</UserId><Account>${this.account}</Account>
      </GetCallerIdentityResult></GetCallerIdentityResponse>`,
    };
  }

  #vpcs(): Answer {
    if (!this.seesVpcs) {
      return {
        status: 403,
        body: '<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>',
      };
    }
    const block = (cidr: string, state: string) =>
      `<item><cidrBlock>${cidr}</cidrBlock><cidrBlockState><state>${state}</state></cidrBlockState></item>`;
    return {
      body: `<DescribeVpcsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><vpcSet><item>
        <vpcId>vpc-1</vpcId><cidrBlock>10.1.0.0/16</cidrBlock><cidrBlockAssociationSet>
        ${block('100.64.0.0/16', 'associated')}${block(
        '10.1.0.0/16',
        'associated',
      )}
        ${block('10.9.0.0/16', 'disassociated')}</cidrBlockAssociationSet>
      </item></vpcSet></DescribeVpcsResponse>`,
    };
  }
}

function json(value: object): Answer {
  return {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  };
}

function asError({ status, type }: AwsError): Answer {
  return {
    status,
    headers: { 'x-amzn-errortype': type, 'content-type': 'application/json' },
    body: JSON.stringify({ message: `${type} of the stand-in` }),
  };
}

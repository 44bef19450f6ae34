import {
  fleetQuerySchema,
  fleetSortSchema,
} from '@clusterworks/plugin-clusters-common';
import { InputError } from '@backstage/errors';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { CliIo } from '../io/CliIo';
import {
  addPortalOptions,
  type PortalOptions,
} from '../portal/addPortalOptions';
import { askPortal } from '../portal/askPortal';
import {
  addFailOnOptions,
  exitCodeFor,
  type FailOnOptions,
} from '../portal/FailOn';
import { fleetSummary } from '../text/fleetSummary';
import { fleetText } from '../text/fleetText';
import { jsonText } from '../text/jsonText';

interface FleetOptions extends PortalOptions, FailOnOptions {
  sort?: string;
  order?: string;
  limit: string;
  output: keyof typeof formats;
}

const formats = {
  table: fleetText,
  json: jsonText,
  github: fleetSummary,
};

/** Adds `clusters fleet`. */
export function addFleetCommand(
  program: Command,
  io: CliIo,
  exit: (code: number) => void,
): void {
  const command = program
    .command('fleet')
    .description('list the clusters of a portal that you may see')
    .argument('[filter...]', "words of the fleet page: 'env:prod cilium:<1.18'")
    .addOption(
      new Option('--sort <key>', 'what to order by').choices(
        fleetSortSchema.options,
      ),
    )
    .addOption(new Option('--order <order>').choices(['asc', 'desc']))
    .option('--limit <number>', 'how many to list, up to 2000', '100')
    .addOption(
      new Option('--output <format>', 'how to print')
        .choices(Object.keys(formats))
        .default('table'),
    )
    .action(async (filter: string[], options: FleetOptions) =>
      exit(await fleet(filter.join(' '), options, io)),
    );
  addFailOnOptions(addPortalOptions(command));
}

async function fleet(
  filter: string,
  options: FleetOptions,
  io: CliIo,
): Promise<number> {
  const { sort, order, limit } = options;
  const query = fleetQuerySchema.safeParse({ filter, sort, order, limit });
  if (!query.success) {
    const problems = query.error.issues.map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );
    throw new InputError(problems.join('\n'));
  }
  const answer = await askPortal(options, io, (client, request) =>
    client.getFleet(query.data, request),
  );
  io.write(formats[options.output](answer));
  return exitCodeFor(answer.totals, options);
}

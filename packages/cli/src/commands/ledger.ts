import { ledgerCsv } from '@clusterworks/plugin-clusters-common';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { CliIo } from '../io/CliIo';
import {
  addPortalOptions,
  type PortalOptions,
} from '../portal/addPortalOptions';
import { askPortal } from '../portal/askPortal';
import { jsonText } from '../text/jsonText';
import { ledgerText } from '../text/ledgerText';

interface LedgerOptions extends PortalOptions {
  output: keyof typeof formats;
}

const formats = { table: ledgerText, json: jsonText, csv: ledgerCsv };

/** Adds `clusters ledger`. */
export function addLedgerCommand(program: Command, io: CliIo): void {
  const command = program
    .command('ledger')
    .description('list the ranges of addresses of the clusters of a portal')
    .addOption(
      new Option('--output <format>', 'how to print')
        .choices(Object.keys(formats))
        .default('table'),
    )
    .action(async (options: LedgerOptions) => {
      const ledger = await askPortal(options, io, (client, request) =>
        client.getLedger(request),
      );
      io.write(formats[options.output](ledger));
    });
  addPortalOptions(command);
}

import { type Command, Option } from 'commander';

/** The options of every command that asks a portal. */
export interface PortalOptions {
  portal?: string;
  tokenFile?: string;
  timeout: string;
}

/** Adds the options with which {@link askPortal} reaches a portal. */
export function addPortalOptions(command: Command): Command {
  return command
    .option(
      '--portal <url>',
      "address of the portal's backend; default: CLUSTERS_PORTAL",
    )
    .option(
      '--token-file <file>',
      'read the token from this file, - is standard input; default: the token in CLUSTERS_TOKEN',
    )
    .addOption(
      new Option(
        '--timeout <seconds>',
        'how long to wait for the answer',
      ).default('30'),
    );
}

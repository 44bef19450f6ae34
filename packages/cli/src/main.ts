import { isError } from '@backstage/errors';
import { Command, CommanderError } from 'commander';
import { addCaptureCommand } from './commands/capture';
import { addDoctorCommand } from './commands/doctor';
import { addExplainCommand } from './commands/explain';
import { addFleetCommand } from './commands/fleet';
import { addImportCommand } from './commands/import';
import { addInitCommand } from './commands/init';
import { addLedgerCommand } from './commands/ledger';
import { addRenderCommand } from './commands/render';
import type { CliIo } from './io/CliIo';
import { processIo } from './io/CliIo';
import { plain } from './text/plain';

/**
 * Runs the command line.
 *
 * @param argv - as `process.argv`
 * @returns the exit code; 2 for every error, whose message is printed
 */
export async function main(
  argv: readonly string[],
  io: CliIo = processIo(),
): Promise<number> {
  let code = 0;
  const exit = (value: number) => {
    code = value;
  };
  const program = new Command('clusters')
    .description(
      'EKS clusters with Cilium and Karpenter: render, judge and ask',
    )
    .exitOverride()
    .configureOutput({
      writeOut: text => io.write(text),
      writeErr: text => io.writeError(text),
    });
  addInitCommand(program, io, exit);
  addRenderCommand(program, io, exit);
  addImportCommand(program, io, exit);
  addDoctorCommand(program, io, exit);
  addCaptureCommand(program, io, exit);
  addFleetCommand(program, io, exit);
  addExplainCommand(program, io, exit);
  addLedgerCommand(program, io);
  try {
    await program.parseAsync([...argv]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? 0 : 2;
    }
    const message = isError(error) ? error.message : String(error);
    io.writeError(`${message.split('\n').map(plain).join('\n')}\n`);
    return 2;
  }
}

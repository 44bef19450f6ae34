/** A problem that the user can solve; shown without a stack trace. */
export class LaunchError extends Error {
  constructor(message, hint) {
    super(message);
    this.name = 'LaunchError';
    this.hint = hint;
  }
}

/** Runs a command's main function; prints problems the short way. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error?.code === 'ENOSPC') {
      process.stderr.write(
        '\n✖ The disk is full. Free some room and run the command again.\n',
      );
    } else if (error instanceof LaunchError) {
      process.stderr.write(`\n✖ ${error.message}\n`);
      if (error.hint) {
        process.stderr.write(`  ${error.hint}\n`);
      }
    } else {
      process.stderr.write(`\n${error?.stack ?? error}\n`);
    }
    process.exitCode = 1;
  }
}

import process from 'node:process';
import { apiReports } from './lib/apiReports.mjs';
import { runMain } from './lib/LaunchError.mjs';
import { prepare } from './lib/prepare.mjs';

// npm run api-reports            writes all report.api.md and report.sql.md
// npm run api-reports -- --check fails when one of them is not up to date
async function main() {
  const { toolchain } = await prepare();
  return apiReports(toolchain, { check: process.argv.includes('--check') });
}

await runMain(main);

/**
 * The command line: `clusters render`, `clusters doctor`, `clusters fleet` and
 * others.
 *
 * @packageDocumentation
 */
export { main } from './main';
export type { CliIo } from './io/CliIo';

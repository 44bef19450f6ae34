/**
 * The command line: `clusters render`, `clusters doctor`, `clusters capture`.
 *
 * @packageDocumentation
 */
export { main } from './main';
export type { CliIo } from './io/CliIo';

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Collects garbage now, so that only objects still referenced remain. */
export const collectGarbage: () => void = runInNewContext('gc');

import type { Webhook } from './parseWebhooks';
import { signWebhook } from './signWebhook';

/** How long a receiver may take to answer. */
const ANSWER_MS = 15_000;
/** A receiver that answers so will never accept the message. */
const REFUSALS = [400, 413, 422];

/** Outcome of an attempt to deliver a message. */
export type PostOutcome =
  | { result: 'delivered' }
  /** The message is refused; others may be accepted. */
  | { result: 'refused'; reason: string }
  /** Nothing can be delivered now. */
  | { result: 'failed'; reason: string };

/**
 * Sends a message once. Redirects are not followed, because they would lead to
 * an address that is not configured, and nothing of the answer but its status is
 * read. Reasons contain neither address nor secret.
 *
 * @param signal - ends the attempt
 */
export async function postWebhook(
  { url, keys }: Webhook,
  message: { id: string; body: string },
  options: { now(): number; signal: AbortSignal; answerMs?: number },
): Promise<PostOutcome> {
  const { answerMs = ANSWER_MS } = options;
  const late = AbortSignal.timeout(answerMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Clusterworks',
        ...signWebhook(message, keys, options.now()),
      },
      body: message.body,
      signal: AbortSignal.any([late, options.signal]),
    });
    // Not awaited: a receiver may never end its answer.
    response.body?.cancel().catch(() => {});
    const { ok, status } = response;
    if (ok) {
      return { result: 'delivered' };
    }
    return {
      result: REFUSALS.includes(status) ? 'refused' : 'failed',
      reason: `answered ${status}`,
    };
  } catch (error) {
    const reason = late.aborted
      ? `no answer within ${answerMs} ms`
      : `no connection: ${codeOf(error)}`;
    return { result: 'failed', reason };
  }
}

/** The code of a network error; its message may contain the address. */
function codeOf(error: unknown): string {
  const { cause, name } = error as {
    cause?: { code?: unknown };
    name?: string;
  };
  const code = cause?.code ?? name;
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'unknown';
}

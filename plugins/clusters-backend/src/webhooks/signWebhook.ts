import { createHmac } from 'node:crypto';

/**
 * The headers that prove where a message comes from, as Standard Webhooks
 * defines them: HMAC-SHA256 over id, time and body, joined by dots, one
 * signature for each key.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 *
 * @param at - time of the attempt, in milliseconds since 1970
 */
export function signWebhook(
  { id, body }: { id: string; body: string },
  keys: readonly Buffer[],
  at: number,
): Record<string, string> {
  const timestamp = String(Math.floor(at / 1_000));
  const signatures = keys.map(key => {
    const hmac = createHmac('sha256', key);
    return `v1,${hmac.update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}

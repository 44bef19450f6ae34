const TIMEOUT_MS = 30_000;

/**
 * Requests an address and reads the answer as JSON; throws when there is no
 * valid answer.
 */
export async function askJson(address, body) {
  const response = await fetch(address, {
    ...(body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`answered ${response.status}`);
  }
  return await response.json();
}

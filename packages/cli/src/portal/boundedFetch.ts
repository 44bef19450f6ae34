const MAX_BYTES = 64 * 1024 * 1024;

/**
 * A `fetch` for the client of a portal: it reads no more than a bound into
 * memory, and follows no redirect, which would ask a server that nobody named.
 *
 * @param maxBytes - of an answer, after decompression
 */
export function boundedFetch(maxBytes: number = MAX_BYTES): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'manual' });
    const { status, statusText, headers } = response;
    if (headers.has('location')) {
      await response.body?.cancel();
      throw new Error(
        `it redirects to ${headers.get(
          'location',
        )}; --portal must be the address of the backend itself`,
      );
    }
    const body = await readBody(response, maxBytes);
    return new Response(body, { status, statusText, headers });
  };
}

async function readBody(
  { body }: Response,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!body) {
    return null;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new Error(`it answers with more than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

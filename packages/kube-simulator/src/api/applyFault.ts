import type { Answer } from './Answer';
import type { FaultAction } from './Faults';
import type { StatusBody } from './statusBodies';
import {
  badRequest,
  internalError,
  tooManyRequests,
  unauthorized,
} from './statusBodies';

function statusOf(code: number, retryAfterSeconds: number): StatusBody {
  if (code === 401) {
    return unauthorized();
  }
  if (code === 429) {
    return tooManyRequests(retryAfterSeconds);
  }
  if (code === 500) {
    return internalError('etcdserver: request timed out');
  }
  const reason =
    { 403: 'Forbidden', 404: 'NotFound', 503: 'ServiceUnavailable' }[code] ??
    'Unknown';
  return { ...badRequest(`injected fault: ${reason}`), reason, code };
}

/** Applies a fault; true when the fault has answered the request. */
export async function applyFault(
  fault: FaultAction,
  answer: Answer,
): Promise<boolean> {
  switch (fault.type) {
    case 'hang':
      return true;
    case 'reset':
      answer.reset();
      return true;
    case 'status': {
      const seconds = fault.retryAfterSeconds ?? 1;
      answer.json(
        fault.code,
        statusOf(fault.code, seconds),
        fault.code === 429 ? { 'retry-after': String(seconds) } : {},
      );
      return true;
    }
    case 'malformed':
      answer.text(200, '<html><body>Service Unavailable</body></html>', {
        'content-type': 'application/json',
      });
      return true;
    case 'truncate':
      answer.truncated = true;
      return false;
    case 'flood':
      answer.padding = fault.bytes;
      return false;
    case 'skew':
      answer.clockAheadMs = fault.aheadMs;
      return false;
    default:
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, fault.delayMs);
        answer.onClose(() => {
          clearTimeout(timer);
          resolve();
        });
      });
      return false;
  }
}

import type { RequestHandler } from 'express';
import type { Exchange } from './Exchange';

/** Tells of each request once its answer is sent. */
export function recordExchanges(
  onExchange: (exchange: Exchange) => void,
): RequestHandler {
  return (req, res, next) => {
    // Routers change the path of a request while they hold it.
    const { method, path, query } = req;
    let sent: unknown;
    const send = res.send.bind(res);
    res.send = body => {
      sent = body;
      return send(body);
    };
    res.once('finish', () => {
      const contentType = res.get('content-type')?.split(';')[0];
      onExchange({
        ...{ method, path, query, requestBody: req.body, contentType },
        status: res.statusCode,
        body:
          contentType === 'application/json' && typeof sent === 'string'
            ? JSON.parse(sent)
            : sent,
      });
    });
    next();
  };
}

import type { Request, Response } from 'express';

const DEFAULT_PAGE_SIZE = 30;
const MAX_PAGE_SIZE = 100;

/** One page of a list, with the `Link` header that leads to its neighbours. */
export function paginate<T>(req: Request, res: Response, items: T[]): T[] {
  const perPage = Math.min(
    positive(req.query.per_page, DEFAULT_PAGE_SIZE),
    MAX_PAGE_SIZE,
  );
  const page = positive(req.query.page, 1);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const links: string[] = [];
  const link = (target: number, rel: string) => {
    const url = new URL(
      req.originalUrl,
      `${req.protocol}://${req.get('host')}`,
    );
    url.searchParams.set('page', String(target));
    links.push(`<${url}>; rel="${rel}"`);
  };
  if (page > 1) {
    link(Math.min(page - 1, last), 'prev');
  }
  if (page < last) {
    link(page + 1, 'next');
    link(last, 'last');
  }
  if (page > 1) {
    link(1, 'first');
  }
  if (links.length) {
    res.set('Link', links.join(', '));
  }
  return items.slice((page - 1) * perPage, page * perPage);
}

function positive(value: unknown, fallback: number): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : fallback;
}

import { changeHref } from './changeHref';

describe('changeHref', () => {
  it('says cluster and operation, and nothing else', () => {
    const href = changeHref('/create/templates/default/change-cluster', {
      cluster: 'a&b',
      operation: 'edit',
    });
    const url = new URL(href, 'http://portal');
    expect(url.pathname).toBe('/create/templates/default/change-cluster');
    expect([...url.searchParams]).toEqual([
      ['formData', '{"change":{"cluster":"a&b","operation":"edit"}}'],
    ]);
  });
});

import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/test-utils';
import { ClusterSearchResult } from './ClusterSearchResult';

const result = {
  title: 'search-dev',
  text: 'Critical: no node can join. Kubernetes cluster.',
  location: '/catalog/default/resource/search-dev',
};

describe('ClusterSearchResult', () => {
  it('links to the page of the cluster, and says how it is', async () => {
    await renderInTestApp(
      <ClusterSearchResult result={{ ...result, verdict: 'critical' }} />,
    );
    expect(screen.getByRole('link', { name: 'search-dev' })).toHaveAttribute(
      'href',
      result.location,
    );
    expect(screen.getByText('Critical')).toBeInTheDocument();
    expect(screen.getByText(result.text)).toBeInTheDocument();
  });

  it('marks the words that were searched for, and shows all else as text', async () => {
    await renderInTestApp(
      <ClusterSearchResult
        result={result}
        highlight={{
          preTag: '<1>',
          postTag: '</1>',
          fields: { text: '<b>no</b> <1>node</1> can join', title: '' },
        }}
      />,
    );
    expect(screen.getByText('node').tagName).toBe('MARK');
    expect(screen.getByText(/<b>no<\/b>/)).toBeInTheDocument();
    expect(screen.getByText('search-dev')).toBeInTheDocument();
  });

  it.each([
    ['a document of another release', { ...result, verdict: 'splendid' }],
    ['no document', undefined],
  ])('shows no mark for %s', async (_, document) => {
    await renderInTestApp(<ClusterSearchResult result={document} />);
    expect(screen.queryByText('◆')).not.toBeInTheDocument();
    expect(screen.queryAllByRole('link')).toHaveLength(document ? 1 : 0);
  });
});

import { Fragment } from 'react';
import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { clusterColumns } from '.';
import { configIn } from './__testUtils__/renderPages';

// Backstage keeps the language of the last reader.
afterEach(() => window.localStorage.clear());

describe('the titles of columns in the catalog', () => {
  it.each([
    ['en', 'Cluster health Environment Region Kubernetes '],
    ['de', 'Zustand des Clusters Umgebung Region Kubernetes '],
  ])('are in the language %s of the reader', async (language, titles) => {
    renderInTestApp(
      <p data-testid="titles">
        {clusterColumns.map(({ field, title }) => (
          <Fragment key={field}>{title} </Fragment>
        ))}
      </p>,
      { config: configIn(language) },
    );
    await screen.findByText(titles.trim());
    expect(screen.getByTestId('titles').textContent).toBe(titles);
  });
});

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { storageApiRef } from '@backstage/core-plugin-api';
import { ago, NOW } from '@clusterworks/kube-fixtures';
import { assessment } from '../../__testUtils__/fixtures';
import { stopClock } from '../../__testUtils__/renderPages';
import { SinceLastVisit } from './SinceLastVisit';

stopClock();

const [finding, ...others] = assessment.findings;
const seen = ({ id, title, severity }: typeof finding) => ({
  ...{ id, title, severity },
});

async function show(findings: ReturnType<typeof seen>[] | undefined) {
  const storage = mockApis.storage();
  const bucket = storage.forBucket('clusterworks.visits');
  if (findings) {
    const at = Date.parse(ago('3h'));
    await bucket.set('search-dev', { last: { at, findings } });
  }
  const onRange = jest.fn();
  renderInTestApp(
    <TestApiProvider apis={[[storageApiRef, storage]]}>
      <p>page</p>
      <SinceLastVisit
        cluster="search-dev"
        findings={assessment.findings}
        onRange={onRange}
      />
    </TestApiProvider>,
  );
  await screen.findByText('page');
  return { onRange, noted: () => bucket.snapshot('search-dev').value };
}

describe('SinceLastVisit', () => {
  it('names what came and went, and shows that time', async () => {
    const gone = { ...seen(finding), id: 'gone', title: 'It was broken' };
    const { onRange } = await show([gone, ...others.map(seen)]);
    expect(
      await screen.findByText(/Since your last visit, 3 h ago/),
    ).toBeVisible();
    expect(screen.getByText(/1 finding is new, 1 is gone/)).toBeVisible();
    expect(screen.getByText('Gone: It was broken')).toBeVisible();
    expect(screen.getByRole('button', { name: finding.title })).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show what happened' }),
    );
    expect(onRange).toHaveBeenCalledWith({
      from: Date.parse(ago('3h')),
      until: Date.parse(NOW) + 60_000,
    });
  });

  it.each([
    ['at the first visit', undefined],
    ['when nothing changed', assessment.findings.map(seen)],
  ])('says nothing %s, and notes the visit', async (_, before) => {
    const { noted } = await show(before);
    expect(screen.queryByText(/last visit/)).not.toBeInTheDocument();
    expect(noted()).toMatchObject({
      last: { at: Date.parse(NOW), findings: assessment.findings.map(seen) },
    });
  });
});

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  type Check,
  checklistPoints,
} from '@clusterworks/plugin-clusters-common';
import { Checklist } from './Checklist';

const REASON = 'The Kubernetes API does not show it';
const checks = checklistPoints.map((id, index): Check => {
  const code = `clusterworks/${id}`;
  switch (index) {
    case 0:
      return { code, state: 'unknown', reason: REASON };
    case 1:
      return { code, state: 'fired', reason: '48 of 51 are ready' };
    case 4:
      return { code, state: 'notApplicable', reason: 'No spot' };
    default:
      return { code, state: 'pass' };
  }
});

describe('Checklist', () => {
  it('has all ten points without unfolding, and counts them', async () => {
    renderInTestApp(<Checklist checks={checks} />);
    expect(
      await screen.findByRole('heading', {
        name: 'Checklist: 7 met, 1 not met, 1 not known, 1 does not apply',
      }),
    ).toBeVisible();
    const points = screen.getAllByRole('listitem');
    expect(points).toHaveLength(10);
    expect(
      points.map(each => within(each).getByRole('group').textContent),
    ).toEqual(
      expect.arrayContaining([
        expect.stringContaining('▲ Cilium pods run not met'),
        expect.stringContaining('● EC2NodeClasses'),
        expect.stringContaining('– Interruption queue does not apply'),
      ]),
    );
  });

  it('says why, where a point is opened', async () => {
    renderInTestApp(<Checklist checks={checks} />);
    expect(await screen.findByText(REASON)).not.toBeVisible();
    await userEvent.click(screen.getByText(/Terraform apply completed/));
    expect(screen.getByText(REASON)).toBeVisible();
    await userEvent.click(screen.getByText(/EC2NodeClasses$/));
    expect(screen.getByText('EC2NodeClasses are created: met')).toBeVisible();
  });
});

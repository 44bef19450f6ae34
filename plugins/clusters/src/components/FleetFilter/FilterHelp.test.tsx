import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fleetFilterKeys } from '@clusterworks/plugin-clusters-common';
import { FilterHelp } from './FilterHelp';

describe('FilterHelp', () => {
  it('says of every key what it keeps, not only its name', async () => {
    renderInTestApp(<FilterHelp />);
    await userEvent.click(await screen.findByText('What can be typed here'));
    const words = screen.getAllByRole('term');
    const meanings = screen.getAllByRole('definition');
    expect(words).toHaveLength(fleetFilterKeys.length);
    fleetFilterKeys.forEach(({ name }, index) => {
      expect(words[index]).toHaveTextContent(`${name}:`);
      expect(meanings[index]).not.toHaveTextContent(new RegExp(`^${name}$`));
    });
  });
});

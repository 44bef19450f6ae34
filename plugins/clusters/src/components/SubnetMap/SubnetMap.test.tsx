import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { clusterDetail } from '../../__testUtils__/fixtures';
import { useOpenObject } from '../../hooks/useOpenObject';
import { SubnetMap } from './SubnetMap';

function Map() {
  const { subnets = [], nodes } = clusterDetail().view?.cilium ?? { nodes: [] };
  const [open] = useOpenObject();
  return (
    <>
      <SubnetMap subnets={subnets} nodes={nodes} />
      <output>{open && `${open.kind}/${open.name}`}</output>
    </>
  );
}

describe('SubnetMap', () => {
  it('opens the CiliumNode of a cell, which holds the addresses', async () => {
    renderInTestApp(<Map />);
    const [cell] = await screen.findAllByRole('button', {
      name: / (used|held)/,
    });
    const [name] = cell.textContent?.split(' · ') ?? [];
    await userEvent.click(cell);
    expect(screen.getByRole('status')).toHaveTextContent(
      `CiliumNode/${name.replace('◆', '')}`,
    );
  });
});

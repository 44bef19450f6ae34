import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { clustersApiFake } from '../../__testUtils__/clustersApiFake';
import { clusterDetail } from '../../__testUtils__/fixtures';
import { renderEntity, stopClock } from '../../__testUtils__/renderPages';

stopClock();

async function openFromLaunches(name: string) {
  renderEntity(clustersApiFake(), 'entity-content:clusters/karpenter');
  const launches = await screen.findByRole('table', {
    name: 'NodeClaims and how far their nodes have come',
  });
  const opener = within(launches).getByRole('button', { name });
  await userEvent.click(opener);
  return { opener, drawer: await screen.findByRole('dialog', { name }) };
}

describe('the drawer of an object', () => {
  it('opens from a name, leads to related objects, and closes', async () => {
    const { opener, drawer } = await openFromLaunches('general-new1');
    expect(drawer).toHaveTextContent('waiting for the network');
    expect(drawer).toHaveTextContent('joined the cluster');

    await userEvent.click(
      within(drawer).getByRole('button', { name: 'NodePool general' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'general' }),
    ).toHaveTextContent(/Disruption budgets/);
    expect(
      screen.getByRole('link', { name: 'Kubernetes tab of the cluster' }),
    ).toHaveAttribute('href', expect.stringMatching(/kubernetes$/));
    expect(opener).toHaveAttribute('aria-expanded', 'false');

    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(opener).toHaveFocus();
  });

  it('has the findings about a node, its addresses and commands', async () => {
    const { drawer } = await openFromLaunches('general-new1');
    await userEvent.click(
      within(drawer).getAllByRole('button', { name: 'general-new1' })[0],
    );
    await waitFor(() => expect(drawer).toHaveTextContent(/^Nodegeneral-new1/));
    expect(drawer).toHaveTextContent('single addresses');
    expect(
      within(drawer).getByText(/^kubectl drain general-new1 .*--dry-run/),
    ).toBeVisible();

    await userEvent.click(
      within(drawer).getByRole('button', { name: /gets no addresses/ }),
    );
    const finding = await screen.findByRole('dialog', {
      name: /gets no addresses/,
    });
    expect(finding).toHaveTextContent(/^Finding.*Critical/);
    expect(
      within(finding).getByRole('link', { name: 'Among all findings' }),
    ).toHaveAttribute('href', expect.stringMatching(/findings\?open=/));
    expect(
      within(finding).getByRole('table', { name: /Evidence/ }),
    ).toBeVisible();
  });

  it('has the interfaces of a CiliumNode, and leads to its node', async () => {
    const { drawer } = await openFromLaunches('general-new1');
    await userEvent.click(
      within(drawer).getAllByRole('button', { name: 'general-new1' })[0],
    );
    await userEvent.click(
      await within(drawer).findByRole('button', {
        name: 'CiliumNode general-new1',
      }),
    );
    await waitFor(() =>
      expect(drawer).toHaveTextContent(/^CiliumNodegeneral-new1/),
    );
    expect(drawer).toHaveTextContent('Why its network does not come up');
    expect(drawer).toHaveTextContent(/Interfaceseni-/);
    expect(
      within(drawer).getByText('kubectl describe ciliumnode general-new1'),
    ).toBeVisible();
    expect(
      within(drawer).getByRole('button', { name: /gets no addresses/ }),
    ).toBeVisible();
    await userEvent.click(
      within(drawer).getByRole('button', { name: 'Node general-new1' }),
    );
    await waitFor(() => expect(drawer).toHaveTextContent(/^Nodegeneral-new1/));
  });

  it('has the addresses of a subnet, and who is refused there', async () => {
    renderEntity(clustersApiFake(), 'entity-content:clusters/cilium');
    for (const title of await screen.findAllByText('Show as table')) {
      await userEvent.click(title);
    }
    // A browser tells of an opened part later.
    const subnets = await screen.findByRole('table', {
      name: 'Addresses of each subnet',
    });
    await userEvent.click(
      within(subnets).getAllByRole('button', { name: /eu-west-1b/ })[0],
    );
    const drawer = await screen.findByRole('dialog', { name: /^subnet-/ });
    expect(drawer).toHaveTextContent(/^Subnetsubnet-/);
    expect(drawer).toHaveTextContent('Requests for addresses are refused');
    await userEvent.click(
      within(drawer).getAllByRole('button', { name: 'general-new1' })[0],
    );
    expect(
      await screen.findByRole('dialog', { name: 'general-new1' }),
    ).toBeVisible();
  });

  it('says that an object is gone, and does not when nothing was read', async () => {
    const detail = clusterDetail();
    const view = detail.view && { ...detail.view, nodeList: [] };
    renderEntity(
      clustersApiFake({ getCluster: async () => ({ ...detail, view }) }),
      'entity-content:clusters/karpenter',
    );
    await userEvent.click(
      (
        await screen.findAllByRole('button', { name: 'general-new2' })
      )[0],
    );
    const claim = await screen.findByRole('dialog', { name: 'general-new2' });
    await userEvent.click(
      within(claim).getAllByRole('button', { name: 'general-new2' })[0],
    );
    expect(await within(claim).findByText(/it is gone/)).toBeVisible();
    // Its CiliumNode is still there.
    expect(
      within(claim).getByRole('heading', { name: 'Addresses' }),
    ).toBeVisible();
  });
});

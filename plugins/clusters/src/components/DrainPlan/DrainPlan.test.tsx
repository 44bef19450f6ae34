import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { clustersApiFake } from '../../__testUtils__/clustersApiFake';
import { drainPlanOf } from '../../__testUtils__/fixtures';
import { renderEntity, stopClock } from '../../__testUtils__/renderPages';

stopClock();

const KARPENTER = 'entity-content:clusters/karpenter';

async function choose(name: RegExp) {
  const user = userEvent.setup();
  await user.click(
    await screen.findByRole('button', { name: /Nodes to drain/ }),
  );
  await user.click(await screen.findByRole('option', { name }));
  await user.keyboard('{Escape}');
}

describe('the preview of a drain', () => {
  it('asks for nothing until a node is chosen, then says where its pods go', async () => {
    const api = clustersApiFake();
    renderEntity(api, KARPENTER);
    expect(
      await screen.findByText(/Choose up to 20 nodes .* Nothing is drained/),
    ).toBeVisible();
    expect(api.getDrainPlan).not.toHaveBeenCalled();

    await choose(/^general-old1/);
    const nodes = await screen.findByRole('table', {
      name: 'What holds each node, and what would be lost',
    });
    expect(
      within(nodes).getByRole('row', { name: /general-old1/ }),
    ).toHaveTextContent(/general-old13———/);
    expect(api.getDrainPlan).toHaveBeenCalledWith(
      'search-dev',
      ['general-old1'],
      expect.anything(),
    );
    expect(
      screen.getByText('needs a new node').closest('li'),
    ).toHaveTextContent('needs a new node 3');

    await userEvent.click(screen.getByText('Show each pod'));
    expect(
      await screen.findByRole('row', { name: /shop\/web-1-0/ }),
    ).toHaveTextContent(/ReplicaSet.*general-old1needs a new nodegeneral$/);
  });

  it('says what holds a node, and which pods have no place', async () => {
    const plan = drainPlanOf(['general-old1']);
    const [pod, ...others] = plan.pods;
    const why = 'no node has room that it accepts';
    renderEntity(
      clustersApiFake({
        getDrainPlan: async () => ({
          ...plan,
          nodes: plan.nodes.map(node => ({
            ...node,
            blocked: [
              { pod: 'shop/db-0', why: 'pdb' as const, free: 'more replicas' },
            ],
            losesLocalData: ['shop/cache-0'],
          })),
          totals: { ...plan.totals, newNode: 2, nowhere: 1 },
          pods: [{ ...pod, goes: 'nowhere', to: undefined, why }, ...others],
        }),
      }),
      KARPENTER,
    );
    await choose(/^general-old1/);
    expect(await screen.findByText('shop/db-0: more replicas')).toBeVisible();
    expect(screen.getByText('shop/cache-0')).toBeVisible();
    await userEvent.click(screen.getByText('Show each pod'));
    expect(await screen.findByText(why)).toBeVisible();
  });

  it('says why there is no plan', async () => {
    renderEntity(
      clustersApiFake({
        getDrainPlan: async () => ({
          ...drainPlanOf([]),
          unread: 'pods: forbidden',
        }),
      }),
      KARPENTER,
    );
    await choose(/^general-old1/);
    expect(
      await screen.findByText('There is no plan: pods: forbidden.'),
    ).toBeVisible();
  });
});

import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { rootFindings } from '@clusterworks/plugin-clusters-common';
import { clustersApiFake } from './__testUtils__/clustersApiFake';
import { assessment, clusterDetail } from './__testUtils__/fixtures';
import { renderEntity, stopClock } from './__testUtils__/renderPages';

stopClock();

describe('tabs', () => {
  it('shows NodePools with usage in human units and opens them in place', async () => {
    renderEntity(clustersApiFake(), 'entity-content:clusters/karpenter');
    const table = await screen.findByRole('table', {
      name: 'NodePools of this cluster',
    });
    const general = within(table).getByRole('row', { name: /general/ });
    expect(general).toHaveTextContent(
      /Ready.*general.*11.*88 \/ 100.*352 GiB \/ 400 GiB.*≈ 1 × m6i\.2xlargevCPU is reached first/,
    );
    expect(within(table).getByRole('row', { name: /gpu/ })).toHaveTextContent(
      /Not ready.*NodeClassReady/,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Show details of NodePool general' }),
    );
    const ledger = screen.getByRole('table', {
      name: 'Resources of NodePool general',
    });
    expect(within(ledger).getByRole('row', { name: /vCPU/ })).toHaveTextContent(
      /100.*88.*12.*88 %/,
    );
    expect(screen.getByText(/The pool can still grow/)).toBeInTheDocument();
    const fact =
      screen.getByText('NodeClass', { selector: 'dt' }).parentElement ??
      document.body;
    const nodeClass = within(fact).getByRole('button');
    await userEvent.click(nodeClass);
    expect(
      await screen.findByRole('dialog', { name: `${nodeClass.textContent}` }),
    ).toHaveTextContent(/Subnets found/);
  });

  it('says when Karpenter is not installed', async () => {
    const detail = clusterDetail();
    const view = detail.view && {
      ...detail.view,
      karpenter: {
        state: 'notInstalled' as const,
        nodePools: [],
      },
    };
    renderEntity(
      clustersApiFake({ getCluster: async () => ({ ...detail, view }) }),
      'entity-content:clusters/karpenter',
    );
    expect(
      await screen.findByText('Karpenter is not installed on this cluster'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('table', { name: 'NodePools of this cluster' }),
    ).not.toBeInTheDocument();
  });

  it('shows how far the start of each node has come, and what blocks it', async () => {
    renderEntity(clustersApiFake(), 'entity-content:clusters/karpenter');
    const launches = await screen.findByRole('table', {
      name: 'NodeClaims and how far their nodes have come',
    });
    expect(
      within(launches).getByRole('row', { name: /general-new1/ }),
    ).toHaveTextContent(/waiting for the network 12 min · StartupTaintsExist/);
    expect(screen.getByText(/in all 50 s \/ 50 s/)).toBeInTheDocument();
    expect(
      screen.getByRole('button', {
        name: /general-new1 · waiting for the network · .*1 % of CPU requested/,
      }),
    ).toBeInTheDocument();
  });

  it('shows the rollout of Cilium and the addresses of each node', async () => {
    renderEntity(clustersApiFake(), 'entity-content:clusters/cilium');
    const rollouts = await screen.findByRole('table', {
      name: 'Rollout of Cilium',
    });
    expect(
      within(rollouts).getByRole('row', { name: /agent/ }),
    ).toHaveTextContent(/Degraded.*9 \/ 12.*1.19.9/);
    const [first] = screen
      .getAllByText(/4 used, 8 warm · its interfaces/)
      .flatMap(text => text.closest('button') ?? []);
    act(() => first.focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(first).not.toHaveFocus();
    expect(document.activeElement).toHaveTextContent(/used, \d+ warm|held/);
    for (const title of screen.getAllByText('Show as table')) {
      await userEvent.click(title);
    }
    expect(
      screen.getByRole('table', { name: 'Addresses of each node' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('row', { name: /eu-west-1b · 10.0.32.0.19/ }),
    ).toHaveTextContent(/EC2 gives 3 of its nodes no address/);
    expect(screen.getByText('3 nodes without network')).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /aws-node/ })).toHaveTextContent(
      'runs on 0 nodes',
    );
  });

  it('lists findings with remedy, and what could not be read', async () => {
    renderEntity(clustersApiFake(), 'entity-content:clusters/findings');
    await userEvent.click(
      await screen.findByRole('button', {
        name: /Show details of: Node general-new2 gets no addresses/,
      }),
    );
    const [{ remedy, subject, subjectsTotal = 1 }] = assessment.findings;
    expect(
      screen.getByText(
        `CiliumNode ${subject.name} and ${subjectsTotal - 1} more`,
      ),
    ).toBeVisible();
    for (const { command = '' } of remedy) {
      expect(command === '' || screen.getByText(command)).toBeTruthy();
    }
    expect(screen.getByText('There 2 times in the last 7 days')).toBeVisible();
    expect(screen.getAllByText(/ – .* \(1 h\)$/)).toHaveLength(2);
    const gone = screen.getByRole('table', { name: 'Gone in the last 7 days' });
    expect(within(gone).getAllByRole('row')).toHaveLength(2);
    expect(gone).toHaveTextContent('NodePool general is at its limit');
    expect(
      screen.getByRole('row', { name: /Event no access/ }),
    ).toBeInTheDocument();
    expect(screen.getByText(/resources: \["events"\]/)).toBeVisible();
    expect(screen.queryByRole('row', { name: /NodePool ok/ })).toBeNull();
    const checks = screen.getByRole('table', { name: 'Checks' });
    expect(within(checks).queryByText('karpenter/C9')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox'));
    expect(within(checks).getByText('karpenter/C9')).toBeInTheDocument();
  });

  it('has consequences folded beneath their root finding', async () => {
    const user = userEvent.setup();
    const [root] = assessment.findings;
    const beneath = assessment.findings.filter(({ id }) =>
      root.consequences.includes(id),
    );
    expect(beneath.length).toBeGreaterThan(1);
    renderEntity(clustersApiFake(), 'entity-content:clusters/findings');
    const table = await screen.findByRole('table', { name: 'Findings' });
    const titles = () =>
      within(table)
        .getAllByRole('rowheader')
        .filter(({ dataset }) => dataset.name === 'Finding')
        .map(({ textContent }) => textContent);
    const roots = titles();
    expect(roots).toHaveLength(rootFindings(assessment.findings).length);
    expect(roots[0]).toBe(`${root.title}${beneath.length} consequences`);

    const fold = within(table).getByRole('button', {
      name: `${beneath.length} consequences`,
    });
    fold.focus();
    await user.keyboard('{Enter}');
    expect(fold).toHaveAttribute('aria-expanded', 'true');
    expect(titles()).toEqual([
      roots[0],
      ...beneath.map(({ title }) => `Consequence: ${title}`),
      ...roots.slice(1),
    ]);

    // Closing the details of a consequence does not fold it away.
    const details = within(table).getByRole('button', {
      name: `Show details of: ${beneath[0].title}`,
    });
    await user.click(details);
    expect(details).toHaveAttribute('aria-expanded', 'true');
    await user.click(details);
    expect(titles()).toHaveLength(roots.length + beneath.length);
    await user.click(fold);
    expect(titles()).toEqual(roots);
  });

  it('unfolds the root of a consequence that a link opens', async () => {
    const [{ consequences }] = assessment.findings;
    renderEntity(
      clustersApiFake(),
      'entity-content:clusters/findings',
      {},
      { search: `?open=${consequences[0]}` },
    );
    const fold = await screen.findByRole('button', {
      name: `${consequences.length} consequences`,
    });
    expect(fold).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getAllByText('What to do')).toHaveLength(1);
    // Folds away what the link opened, too.
    await userEvent.click(fold);
    expect(fold).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText('What to do')).toBeNull();
  });

  it.each(['karpenter', 'cilium'] as const)(
    'says first what is wrong with %s, and opens that finding',
    async area => {
      renderEntity(clustersApiFake(), `entity-content:clusters/${area}`);
      const [{ title, remedy }] = assessment.findings;
      // The nodes of Karpenter wait for what Cilium does not get.
      const sentence = await screen.findByRole('heading', {
        name: `Critical for 12 min · ${title}`,
      });
      expect(screen.getByText(`Do: ${remedy[0].text}`)).toBeVisible();
      await userEvent.click(within(sentence).getByRole('button'));
      expect(await screen.findByRole('dialog', { name: title })).toBeVisible();
    },
  );

  it.each([
    ['pass', 'Nothing was found that needs a person.', /1 passed.*0 unknown/],
    ['unknown', /not everything could be read/, /0 passed.*1 unknown/],
  ] as const)(
    'says of a tab without findings, whose check is %s, what is known',
    async (state, text, counts) => {
      const checks = [{ code: 'cilium/D07', state }];
      const quiet = { ...assessment, findings: [], checks };
      renderEntity(
        clustersApiFake({
          getCluster: async () => clusterDetail({ assessment: quiet }),
        }),
        'entity-content:clusters/cilium',
      );
      expect(
        await screen.findByRole('heading', { name: /^Cilium: / }),
      ).toHaveTextContent(text);
      expect(screen.getByText(counts)).toBeVisible();
    },
  );
});

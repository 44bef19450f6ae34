import emailModule from '@backstage/plugin-notifications-backend-module-email';
import { waitFor } from '@clusterworks/test-support';
import { docConfig } from './__testUtils__/docConfig';
import { startMailServer } from './__testUtils__/startMailServer';
import { startNotifiedCluster } from './__testUtils__/startNotifiedCluster';

/** The configuration that the page shows, for a server of this machine. */
function documentedConfig(port: number) {
  const { email } = docConfig('use/notifications.md', 'notifications')
    .notifications.processors;
  const { username, password, ...transportConfig } = email.transportConfig;
  expect([username, password]).toEqual([
    '${SMTP_USERNAME}',
    '${SMTP_PASSWORD}',
  ]);
  const local = { hostname: '127.0.0.1', port };
  return {
    email: { ...email, transportConfig: { ...transportConfig, ...local } },
  };
}

describe('notifications by mail', () => {
  let mailServer: Awaited<ReturnType<typeof startMailServer>>;
  let portal: Awaited<ReturnType<typeof startNotifiedCluster>>;

  beforeAll(async () => {
    mailServer = await startMailServer();
    portal = await startNotifiedCluster({
      processor: emailModule,
      processors: documentedConfig(mailServer.port),
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await mailServer?.stop();
  });

  it('reach members with an address, with a link to the finding', async () => {
    const mailsOf = (subject: RegExp) =>
      mailServer.mails.filter(({ text }) => subject.test(text));
    await waitFor(() => {
      expect(mailsOf(/^Subject: x: .*Karpenter/m)).toHaveLength(1);
    });
    const [mail] = mailsOf(/^Subject: x: .*Karpenter/m);
    expect(mail).toMatchObject({
      from: 'portal@example.com',
      to: ['ada@example.com'],
    });
    expect(mail.text).toMatch(
      /<a href="https:\/\/portal\.example\.com\/catalog\/default\/resource\/x\/findings\?open=[^"]+">/,
    );

    portal.mend();
    await waitFor(() => {
      expect(mailsOf(/^Subject: Resolved: x: .*Karpenter/m)).toMatchObject([
        { to: ['ada@example.com'] },
      ]);
    });
  });
});

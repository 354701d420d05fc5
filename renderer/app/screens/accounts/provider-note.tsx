// What was found out about the provider, and what the person should know before trying.
import { Alert, Anchor, Text } from '@mantine/core';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import type { DiscoveryResult, ProviderHint } from '../../../../shared/model/discovery.ts';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';

const hints: Readonly<Record<ProviderHint, { title: TextId; body: TextId }>> = {
  'app-password': { title: 'provider.appPassword.title', body: 'provider.appPassword.body' },
  'oauth-only': { title: 'provider.oauthOnly.title', body: 'provider.oauthOnly.body' },
  bridge: { title: 'provider.bridge.title', body: 'provider.bridge.body' },
  'enable-imap': { title: 'provider.enableImap.title', body: 'provider.enableImap.body' },
};

const sources: Readonly<Record<DiscoveryResult['source'], TextId>> = {
  known: 'account.source.known',
  autoconfig: 'account.source.published',
  srv: 'account.source.published',
  mx: 'account.source.known',
  guess: 'account.source.guess',
};

export function ProviderNote(props: { found: DiscoveryResult; isSignIn: boolean }) {
  const { found, isSignIn } = props;
  const desk = useDesk();
  const text = useText();
  const { helpUrl } = found;
  const provider = found.provider ?? found.servers.imap.host;
  return (
    <>
      <Text size="xs" c="dimmed" role="status">
        {text(sources[found.source], { provider })}
      </Text>
      {found.hint !== undefined && !isSignIn && (
        <Alert color="blue" icon={<IconInfoCircle size={18} />} title={text(hints[found.hint].title, { provider })}>
          {text(hints[found.hint].body, { provider })}{' '}
          {helpUrl !== undefined && (
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => {
                void attempt(desk.main.openLink({ url: helpUrl }));
              }}
            >
              {text('provider.help')}
            </Anchor>
          )}
        </Alert>
      )}
    </>
  );
}

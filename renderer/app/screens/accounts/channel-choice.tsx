// Where do customers write? The channels of which an account can be added.
import { Text, UnstyledButton } from '@mantine/core';
import type { Manifest } from '../../../../shared/model/manifest.ts';
import { useManifests } from '../../reads/use-manifests.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import classes from './accounts.module.css';

export function ChannelChoice(props: { onChoose: (manifest: Manifest) => void }) {
  const text = useText();
  const isDeveloper = useCellPart(useDesk().app, (app) => app.isDeveloper);
  const manifests = [...(useManifests()?.values() ?? [])]
    .filter(({ isOffered, isForDevelopers }) => isOffered || (isDeveloper && isForDevelopers === true))
    .sort(byName);
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {text('channels.body')}
      </Text>
      <ul className={classes['channels']} aria-label={text('channels.title')}>
        {manifests.map((manifest, index) => (
          <li key={manifest.id}>
            <UnstyledButton
              className={classes['channel'] ?? ''}
              data-autofocus={index === 0 || undefined}
              autoFocus={index === 0}
              onClick={() => {
                props.onChoose(manifest);
              }}
            >
              <span className={classes['channelIcon']}>
                <ChannelIcon icon={manifest.icon} sizePx={20} />
              </span>
              <span className={classes['channelWords']}>
                <span className={classes['channelName']}>
                  {manifest.id === 'email' ? text('channel.email') : manifest.label}
                  {manifest.isBeta === true && <Badge tone="calm">{text('channels.beta')}</Badge>}
                </span>
                <span className={classes['channelCan']}>
                  {abilities(manifest)
                    .map((id) => text(id))
                    .join(' · ')}
                </span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  );
}

/** E-mail first: every shop has it. */
function byName(a: Manifest, b: Manifest): number {
  return Number(b.id === 'email') - Number(a.id === 'email') || a.label.localeCompare(b.label, 'tr');
}

function abilities({ capabilities }: Manifest) {
  return [
    ...(capabilities.reply ? (['channels.can.reply'] as const) : (['channels.can.read'] as const)),
    ...(capabilities.reviews ? (['channels.can.reviews'] as const) : []),
    ...(capabilities.orders ? (['channels.can.orders'] as const) : []),
    ...(capabilities.deadline ? (['channels.can.deadline'] as const) : []),
  ];
}

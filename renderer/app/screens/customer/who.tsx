// Who the customer is: name, how to greet them, since when, loyalty, and where they can be reached.
import { ActionIcon, Badge, Group, Stack, Text, Tooltip } from '@mantine/core';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { loyaltyOf, silentChurn } from '../../../../shared/service/loyalty.ts';
import type { CustomerCard } from '../../reads/use-customer.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import { InitialsAvatar } from '../../ui/initials-avatar.tsx';
import { LoyalMark } from '../../ui/loyal-mark.tsx';
import { useNow } from '../../ui/use-now.ts';
import { NotWhileReading } from '../inbox/not-while-reading.tsx';
import { useChannelNames } from '../inbox/channel-names.ts';
import classes from './customer.module.css';
import { greetingNameOf, languageOfCustomer, shownNameOf } from './addressing.ts';
import { consentLine } from './consent-field.tsx';

export function Who({ card }: { card: CustomerCard }) {
  const { customer, orders, firstContactAt } = card;
  const text = useText();
  const desk = useDesk();
  const now = useNow();
  const zone = useCellPart(desk.app, (app) => app.settings.businessHours.timeZone);
  const { profile = {} } = customer;
  const loyalty = loyaltyOf(orders, now, zone);
  const churn = silentChurn(orders, now, zone);
  const language = languageOfCustomer(customer);
  const greeting = greetingNameOf(customer, language ?? text.language);
  const since =
    firstContactAt === undefined
      ? undefined
      : text('customer.since', {
          date: new Intl.DateTimeFormat(text.locale, { year: 'numeric', month: 'short' }).format(firstContactAt),
        });
  const isLoyal = loyalty.isLoyal || profile.isLoyal === true;
  const loyalWords =
    profile.isLoyal === true && !loyalty.isLoyal
      ? text('customer.loyal.byHand')
      : loyalty.reason === 'tenure'
        ? text('customer.loyal.tenure', { count: loyalty.recentCount })
        : text('customer.loyal.orders', { count: loyalty.recentCount });
  return (
    <Stack gap={8}>
      <Group gap={10} wrap="nowrap" align="flex-start">
        <InitialsAvatar
          name={shownNameOf(customer)}
          colourKey={customer.id}
          isTurkish={language === 'tr'}
          sizePx={44}
        />
        <div className={classes['who']}>
          <Group gap={6} wrap="nowrap">
            <Text fw={650} size="sm" truncate title={shownNameOf(customer)}>
              {shownNameOf(customer)}
            </Text>
            {isLoyal && <LoyalMark label={text('customer.loyal')} sizePx={15} />}
          </Group>
          <Text size="xs" c="dimmed">
            {[profile.city ?? customer.city, since].filter(Boolean).join(' · ')}
          </Text>
          {greeting !== '' && (
            <Text size="xs" c="dimmed" truncate>
              {text('customer.greetAs', { name: greeting })}
            </Text>
          )}
        </div>
        <NotWhileReading>
          <Tooltip label={text('customer.edit')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              ml="auto"
              aria-label={text('customer.edit')}
              onClick={() => {
                desk.overlay.set({ kind: 'customer-profile', customerId: customer.id });
              }}
            >
              <IconPencil size={16} />
            </ActionIcon>
          </Tooltip>
        </NotWhileReading>
      </Group>
      {isLoyal && (
        <Text size="xs" className={classes['loyal'] ?? ''}>
          {loyalWords}
        </Text>
      )}
      {churn?.isOverdue === true && (
        <Text size="xs" c="dimmed">
          {text('customer.silent', { days: churn.daysSince, usual: Math.round(churn.usualGapDays) })}
        </Text>
      )}
      <Group gap={6}>
        {orders.length > 0 && (
          <Badge variant="light" tt="none">
            {text('customer.orderCount', { count: orders.length })}
          </Badge>
        )}
        {totals(orders, text.locale).map((total) => (
          <Badge key={total} variant="light" color="teal" tt="none">
            {text('customer.total', { amount: total })}
          </Badge>
        ))}
        {language && (
          <Badge variant="light" color="grape" tt="none">
            {new Intl.DisplayNames(text.locale, { type: 'language' }).of(language)}
          </Badge>
        )}
      </Group>
      <Reach card={card} />
    </Stack>
  );
}

/** Where there is little room an address is broken before its @. */
function Breakable({ address }: { address: string }) {
  const at = address.indexOf('@');
  if (at === -1) return address;
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  );
}

function Reach({ card: { customer } }: { card: CustomerCard }) {
  const text = useText();
  const channelName = useChannelNames();
  const { profile = {} } = customer;
  const consent = consentLine(profile, text);
  const extra = [
    ...(profile.phone === undefined ? [] : [`phone:${profile.phone}`]),
    ...(profile.email === undefined ? [] : [`email:${profile.email}`]),
  ];
  return (
    <Stack gap={4}>
      {[...customer.handles, ...extra].map((handle) => {
        const [channel = '', ...rest] = handle.split(':');
        const { icon, label } = channelName(channel);
        return (
          <Group key={handle} gap={6} wrap="nowrap">
            <ChannelIcon icon={icon} label={label} sizePx={14} />
            <Text size="xs" className={classes['handle'] ?? ''} title={rest.join(':')}>
              <Breakable address={rest.join(':')} />
            </Text>
          </Group>
        );
      })}
      {profile.channel !== undefined && (
        <Text size="xs" c="dimmed">
          {text('customer.likesChannel', { channel: channelName(profile.channel).label })}
        </Text>
      )}
      {consent !== null && (
        <Text size="xs" c="dimmed">
          {text('consent.title')}: {consent}
        </Text>
      )}
    </Stack>
  );
}

/** Sums of what was bought, one per currency; cancelled and returned orders do not count. */
function totals(orders: CustomerCard['orders'], locale: string): string[] {
  const sums = new Map<string, number>();
  for (const { currency, totalMinor, status } of orders) {
    if (status !== 'cancelled' && status !== 'returned') sums.set(currency, (sums.get(currency) ?? 0) + totalMinor);
  }
  return [...sums].map(([currency, minor]) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / 100),
  );
}

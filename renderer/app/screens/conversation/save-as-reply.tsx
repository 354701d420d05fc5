// Makes a canned reply of a message that was sent: what is personal in it becomes fields.
import { Tooltip, UnstyledButton } from '@mantine/core';
import IconTemplate from '@tabler/icons-react/dist/esm/icons/IconTemplate.mjs';
import { generaliseReply } from '../../../../shared/language/generalise-reply.ts';
import { guessLanguage } from '../../../../shared/language/guess-language.ts';
import { firstNameOf } from '../../../../shared/language/names.ts';
import { splitQuoted } from '../../../../shared/mail/quoting.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { readConversation } from '../../reads/use-conversation.ts';
import { readCustomerCard } from '../../reads/use-customer.ts';
import type { MessageWithText } from '../../reads/use-messages.ts';
import { noticeError } from '../../actions/notices.tsx';
import type { Desk } from '../../state/desk.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import classes from './conversation.module.css';

const longestTitle = 60;

async function saveAsReply(desk: Desk, message: MessageWithText): Promise<void> {
  const conversation = await readConversation(message.conversationId);
  const card = await readCustomerCard(conversation?.customerId ?? null);
  const { settings } = desk.app.get();
  const { fresh } = splitQuoted(message.text);
  const language = guessLanguage(fresh) ?? conversation?.language ?? 'en';
  const { name = '', profile = {} } = card?.customer ?? {};
  const names = [conversation?.customerName ?? '', name, profile.name ?? ''].filter((each) => !each.includes('@'));
  const orders = card?.orders ?? [];
  const { body } = generaliseReply(
    fresh.trim(),
    {
      customerNames: names,
      customerFirstNames: [
        ...names.map((each) => firstNameOf(each, language)),
        profile.preferredName ?? '',
        profile.vocative ?? '',
      ],
      agentName: currentAgent(settings).name,
      shopName: settings.shop.name,
      orderNumbers: [...orders.map(({ number }) => number), conversation?.orderNumber ?? ''],
      trackingNumbers: orders.map(({ trackingNumber }) => trackingNumber ?? ''),
      carriers: orders.map(({ carrier }) => carrier ?? ''),
      products: orders.flatMap(({ items }) => items.map(({ title }) => title)),
      contacts: [...message.to.map(({ address }) => address), profile.email ?? '', profile.phone ?? ''],
      places: [profile.city ?? ''],
    },
    language,
  );
  // Titles are read by people: the subject says more than "Hello".
  const title = (conversation?.subject ?? '')
    .replace(/[\w-]*\d{4,}[\w-]*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s–—:·#-]+$/, '')
    .trim();
  desk.overlay.set({ kind: 'replies', fresh: { language, title: title.slice(0, longestTitle), body } });
}

export function SaveAsReply({ message }: { message: MessageWithText }) {
  const desk = useDesk();
  const text = useText();
  return (
    <Tooltip label={text('message.saveAsReply')}>
      <UnstyledButton
        className={classes['messageTool']}
        aria-label={text('message.saveAsReply')}
        onClick={() => {
          saveAsReply(desk, message).catch(noticeError);
        }}
      >
        <IconTemplate size={14} />
      </UnstyledButton>
    </Tooltip>
  );
}

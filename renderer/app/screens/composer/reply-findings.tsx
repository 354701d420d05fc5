// What a marketplace would punish, or must not be public, in the reply; each says why and leads to its place.
import { Button, Group, Text } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconBan from '@tabler/icons-react/dist/esm/icons/IconBan.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import type { Finding, FindingRule, Severity } from '../../../../shared/language/manners/finding.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';

const icons: Readonly<Record<Severity, typeof IconBan>> = {
  block: IconBan,
  ask: IconAlertTriangle,
  hint: IconInfoCircle,
};
const severityText: Readonly<Record<Severity, TextId>> = {
  block: 'manners.severity.block',
  ask: 'manners.severity.ask',
  hint: 'manners.severity.hint',
};
const ruleText: Readonly<Record<FindingRule, { title: TextId; why: TextId }>> = {
  contact: { title: 'manners.contact', why: 'manners.contact.why' },
  link: { title: 'manners.link', why: 'manners.link.why' },
  messenger: { title: 'manners.messenger', why: 'manners.messenger.why' },
  outsidePayment: { title: 'manners.outsidePayment', why: 'manners.outsidePayment.why' },
  payment: { title: 'manners.payment', why: 'manners.payment.why' },
  elsewhere: { title: 'manners.elsewhere', why: 'manners.elsewhere.why' },
  rival: { title: 'manners.rival', why: 'manners.rival.why' },
  away: { title: 'manners.away', why: 'manners.away.why' },
  reviewTrade: { title: 'manners.reviewTrade', why: 'manners.reviewTrade.why' },
  promotion: { title: 'manners.promotion', why: 'manners.promotion.why' },
  privateContact: { title: 'manners.privateContact', why: 'manners.privateContact.why' },
  privateOrder: { title: 'manners.privateOrder', why: 'manners.privateOrder.why' },
  privateAddress: { title: 'manners.privateAddress', why: 'manners.privateAddress.why' },
  privateName: { title: 'manners.privateName', why: 'manners.privateName.why' },
};

export interface ReplyFindingsProps {
  findings: readonly Finding[];
  /** The channel's name. */
  channel: string;
  /** Send was pressed and waits for a yes. */
  isAsking: boolean;
  onGo: (words: string) => void;
  onSendAnyway: () => void;
}

export function ReplyFindings({ findings, channel, isAsking, onGo, onSendAnyway }: ReplyFindingsProps) {
  const text = useText();
  if (findings.length === 0) return null;
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return (
    <div className={classes['findings']} role="status" aria-label={text('manners.label', { channel })}>
      {rules.map((rule) => {
        const those = findings.filter((finding) => finding.rule === rule);
        const severity = those[0]?.severity ?? 'hint';
        const Icon = icons[severity];
        return (
          <div key={rule} className={classes['finding']} data-severity={severity}>
            <Icon size={15} role="img" aria-label={text(severityText[severity])} />
            <div>
              <Group gap={6}>
                <Text size="xs" fw={650}>
                  {text(ruleText[rule].title, { channel })}
                </Text>
                {those.map(({ from, words }) => (
                  <Button
                    key={from}
                    size="compact-xs"
                    variant="default"
                    onClick={() => {
                      onGo(words);
                    }}
                  >
                    {words}
                  </Button>
                ))}
              </Group>
              <Text size="xs">{text(ruleText[rule].why, { channel })}</Text>
            </div>
          </div>
        );
      })}
      {isAsking && (
        <Group gap={8} justify="flex-end" role="alert">
          <Text size="xs" fw={600}>
            {text('manners.ask')}
          </Text>
          <Button size="compact-xs" color="orange" variant="light" onClick={onSendAnyway}>
            {text('manners.sendAnyway')}
          </Button>
        </Group>
      )}
    </div>
  );
}

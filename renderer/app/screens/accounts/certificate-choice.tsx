// Lets the person trust one certificate that nobody vouches for, after looking at its fingerprint; never by itself.
import { Alert, Button, Checkbox, Code, Text } from '@mantine/core';
import IconShieldExclamation from '@tabler/icons-react/dist/esm/icons/IconShieldExclamation.mjs';
import { useState } from 'react';
import type { ConnectionStep } from '../../../../shared/model/discovery.ts';
import { useText } from '../../text/use-text.ts';
import classes from './accounts.module.css';

export function CertificateChoice(props: { step: ConnectionStep; onTrust: (fingerprint: string) => void }) {
  const text = useText();
  const [isCompared, setCompared] = useState(false);
  const detail = props.step.error?.detail ?? {};
  const fingerprint = String(detail['fingerprint'] ?? '');
  return (
    <Alert color="orange" icon={<IconShieldExclamation size={18} />} title={text('certificate.title')}>
      <Text size="sm">{text('certificate.body')}</Text>
      <dl className={classes['certificate']}>
        <dt>{text('certificate.subject')}</dt>
        <dd>{String(detail['subject'] ?? '–')}</dd>
        <dt>{text('certificate.issuer')}</dt>
        <dd>{String(detail['issuer'] ?? '–')}</dd>
        <dt>{text('certificate.fingerprint')}</dt>
        <dd>
          <Code className={classes['fingerprint'] ?? ''}>{fingerprint}</Code>
        </dd>
      </dl>
      <Checkbox
        label={text('certificate.compared')}
        checked={isCompared}
        onChange={(event) => {
          setCompared(event.currentTarget.checked);
        }}
      />
      <Button
        mt={10}
        size="xs"
        color="orange"
        variant="light"
        disabled={!isCompared}
        onClick={() => {
          props.onTrust(fingerprint);
        }}
      >
        {text('certificate.trust')}
      </Button>
    </Alert>
  );
}

// To, Cc and subject as fields.
import { Anchor, TextInput } from '@mantine/core';
import { useState, type Ref } from 'react';
import { useText } from '../../text/use-text.ts';
import classes from './composer.module.css';
import type { Envelope } from './envelope.ts';
import { RecipientsField } from './recipients-field.tsx';

export interface EnvelopeFieldsProps {
  envelope: Envelope;
  onEdit: (patch: Partial<Envelope>) => void;
  /** Of the first field. */
  ref?: Ref<HTMLInputElement>;
}

export function EnvelopeFields({ envelope, onEdit, ref }: EnvelopeFieldsProps) {
  const text = useText();
  const [hasCc, setHasCc] = useState(false);
  const isCcShown = hasCc || envelope.cc.length > 0;
  return (
    <div className={classes['envelope']}>
      <div className={classes['envelopeLine']}>
        <RecipientsField
          label={text('composer.field.to')}
          value={envelope.to}
          onChange={(to) => {
            onEdit({ to });
          }}
          {...(ref === undefined ? {} : { ref })}
        />
        {!isCcShown && (
          <Anchor
            component="button"
            size="xs"
            onClick={() => {
              setHasCc(true);
            }}
          >
            {text('composer.field.cc')}
          </Anchor>
        )}
      </div>
      {isCcShown && (
        <div className={classes['envelopeLine']}>
          <RecipientsField
            label={text('composer.field.cc')}
            value={envelope.cc}
            onChange={(cc) => {
              onEdit({ cc });
            }}
          />
        </div>
      )}
      <div className={classes['envelopeLine']}>
        <TextInput
          variant="unstyled"
          size="xs"
          className={classes['recipientsField'] ?? ''}
          leftSection={<span className={classes['fieldLabel']}>{text('composer.field.subject')}</span>}
          leftSectionWidth="auto"
          leftSectionPointerEvents="none"
          aria-label={text('composer.field.subject')}
          maxLength={2000}
          value={envelope.subject}
          onChange={(event) => {
            onEdit({ subject: event.currentTarget.value });
          }}
        />
      </div>
    </div>
  );
}

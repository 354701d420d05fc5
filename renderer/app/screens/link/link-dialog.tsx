// Before a link of a mail is opened: where it really leads.
import { Alert, Button, Checkbox, Code, Group, Modal, Text } from '@mantine/core';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import IconShieldExclamation from '@tabler/icons-react/dist/esm/icons/IconShieldExclamation.mjs';
import { useState } from 'react';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { linkTarget } from './link-target.ts';
import classes from './link-dialog.module.css';

export function LinkDialog(props: { url: string; onClose: () => void }) {
  const { url, onClose } = props;
  const desk = useDesk();
  const text = useText();
  const [isSure, setSure] = useState(false);
  const target = linkTarget(url);
  const mustBeSure = target.warnings.length > 0;
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={text('link.title')}
      closeButtonProps={{ 'aria-label': text('dialog.close') }}
    >
      <Text size="sm">{text(target.kind === 'web' ? 'link.leadsTo' : 'link.opens')}</Text>
      <Text className={classes['host'] ?? ''} fw={650} dir="ltr">
        {target.shownHost}
      </Text>
      {target.punycodeHost !== undefined && (
        <Text size="sm" c="dimmed">
          {text('link.realName', { host: target.punycodeHost })}
        </Text>
      )}
      {target.warnings.map((warning) => (
        <Alert key={warning} color="orange" mt={12} icon={<IconShieldExclamation size={18} />}>
          {text(warning)}
        </Alert>
      ))}
      <Code block mt={12} className={classes['url'] ?? ''} dir="ltr">
        {url}
      </Code>
      {mustBeSure && (
        <Checkbox
          mt={14}
          label={text('link.sure')}
          checked={isSure}
          onChange={(event) => {
            setSure(event.currentTarget.checked);
          }}
        />
      )}
      <Group justify="flex-end" mt={18}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {text('dialog.cancel')}
        </Button>
        <Button
          leftSection={<IconExternalLink size={16} />}
          disabled={target.kind === 'refused' || (mustBeSure && !isSure)}
          onClick={() => {
            onClose();
            void attempt(desk.main.openLink({ url }));
          }}
        >
          {text('link.open')}
        </Button>
      </Group>
    </Modal>
  );
}

// How a shop gets a marketplace's keys, what to ask its support for, and what its API cannot do.
import { Anchor, Button, CopyButton, Text } from '@mantine/core';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import type { Manifest } from '../../../../shared/model/manifest.ts';
import { attempt } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import classes from './accounts.module.css';
import { Disclosure } from './disclosure.tsx';

export function SetUpSteps({ manifest }: { manifest: Manifest }) {
  const { guide } = manifest;
  const text = useText();
  const desk = useDesk();
  const { keysUrl } = guide;
  const request = guide.request?.[text.language];
  if (guide.steps.length === 0) return null;
  return (
    <section className={classes['guide']} aria-label={text('setup.steps')}>
      <ol>
        {guide.steps.map((step) => (
          <li key={step.en}>{step[text.language]}</li>
        ))}
      </ol>
      {keysUrl !== undefined && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => void attempt(desk.main.openLink({ url: keysUrl }))}
        >
          <IconExternalLink size={14} aria-hidden="true" /> {text('setup.openKeys', { marketplace: manifest.label })}
        </Anchor>
      )}
      {request !== undefined && (
        <div className={classes['request']}>
          <Text size="xs" fw={600}>
            {text('setup.request')}
          </Text>
          <Text size="xs" className={classes['requestWords'] ?? ''}>
            {request}
          </Text>
          <CopyButton value={request}>
            {({ copied, copy }) => (
              <Button size="compact-xs" variant="default" leftSection={<IconCopy size={13} />} onClick={copy}>
                {text(copied ? 'setup.copied' : 'setup.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
      )}
    </section>
  );
}

/** The page on which the person lets Defter in; waits for what its address needs. */
export function SignInLink({ manifest, values }: { manifest: Manifest; values: Readonly<Record<string, string>> }) {
  const text = useText();
  const desk = useDesk();
  const { signInUrl } = manifest.guide;
  if (signInUrl === undefined) return null;
  const missing = [...signInUrl.matchAll(/\{(\w+)\}/g)].some(([, id = '']) => (values[id] ?? '').trim() === '');
  const url = signInUrl.replace(/\{(\w+)\}/g, (_whole, id: string) => encodeURIComponent((values[id] ?? '').trim()));
  return (
    <Button
      variant="light"
      disabled={missing}
      leftSection={<IconExternalLink size={15} />}
      onClick={() => void attempt(desk.main.openLink({ url }))}
    >
      {text('setup.signIn', { marketplace: manifest.label })}
    </Button>
  );
}

export function CannotDo({ manifest }: { manifest: Manifest }) {
  const text = useText();
  const { cannotDo } = manifest.guide;
  if (cannotDo.length === 0) return null;
  return (
    <Disclosure title={text('setup.cannotDo', { marketplace: manifest.label })}>
      <ul className={classes['cannot']}>
        {cannotDo.map((words) => (
          <li key={words.en}>{words[text.language]}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

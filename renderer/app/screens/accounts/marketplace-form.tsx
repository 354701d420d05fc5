// The set-up form of a marketplace, drawn from its manifest: where the keys are, the keys, a test that shows each step.
import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import type { Account } from '../../../../shared/model/account.ts';
import type { ConnectionStep } from '../../../../shared/model/discovery.ts';
import type { Manifest } from '../../../../shared/model/manifest.ts';
import { ErrorNotice } from '../../actions/notice-text.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { InSight } from '../../ui/in-sight.tsx';
import { ConnectionSteps } from './connection-steps.tsx';
import { FieldInput } from './field-input.tsx';
import { KeepingChoice } from './keeping-choice.tsx';
import { CannotDo, SetUpSteps, SignInLink } from './set-up-guide.tsx';
import { StopOrSave } from './stop-or-save.tsx';
import { useMarketplaceForm } from './use-marketplace-form.ts';

export interface MarketplaceFormProps {
  manifest: Manifest;
  account: Account | null;
  onDone: () => void;
  /** Absent: there is nothing to go back to. */
  onBack?: () => void;
}

const problemText = {
  missing: 'setup.missing',
  'not-https': 'setup.notHttps',
  'wrong-form': 'setup.wrongForm',
} as const;

export function MarketplaceForm({ manifest, account, onDone, onBack }: MarketplaceFormProps) {
  const desk = useDesk();
  const text = useText();
  const form = useMarketplaceForm(desk, manifest, account, onDone);
  const isBusy = form.phase === 'testing' || form.phase === 'saving';
  const isNew = account === null;
  const advice = (step: ConnectionStep) => step.error && manifest.guide.advice[step.error.code]?.[text.language];
  if (form.phase === 'keeping') return <KeepingChoice onChosen={form.save} />;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <Stack gap="sm">
        {manifest.isBeta === true && (
          <Alert color="blue" role="note">
            {text('setup.beta', { marketplace: manifest.label })}
          </Alert>
        )}
        <SetUpSteps manifest={manifest} />
        {form.fields.map((field, index) => {
          const problem = form.problems.get(field.id);
          return (
            <FieldInput
              key={field.id}
              field={field}
              value={form.values[field.id] ?? ''}
              isKept={!isNew && field.kind === 'secret'}
              isDisabled={isBusy}
              isFirst={index === 0}
              error={problem && text(problemText[problem], { label: field.label[text.language] })}
              onChange={(value) => {
                form.change(field.id, value);
              }}
            />
          );
        })}
        <SignInLink manifest={manifest} values={form.values} />
        <TextInput
          label={text('setup.label')}
          description={text('setup.label.hint')}
          disabled={isBusy}
          maxLength={200}
          value={form.label}
          onChange={(event) => {
            form.setLabel(event.currentTarget.value);
          }}
        />
        <CannotDo manifest={manifest} />
        {(form.steps.length > 0 || form.phase === 'testing') && (
          <ConnectionSteps
            steps={form.steps}
            isRunning={form.phase === 'testing'}
            api={{ label: manifest.label, advice }}
          />
        )}
        {form.error && (
          <InSight>
            <Alert color="red" role="alert">
              <ErrorNotice error={form.error} />
            </Alert>
          </InSight>
        )}
        <DialogFoot justify="space-between">
          {onBack ? (
            <Button variant="subtle" color="gray" onClick={onBack}>
              {text('setup.back')}
            </Button>
          ) : (
            <span />
          )}
          <Group ml="auto" justify="flex-end">
            <StopOrSave
              isRunning={form.phase === 'testing'}
              hasFailed={form.hasFailed}
              isNew={isNew}
              onStop={form.stop}
              onSave={form.save}
            />
            <Button type="submit" loading={isBusy}>
              {text(isNew ? 'account.testAndAdd' : 'account.testAndSave')}
            </Button>
          </Group>
        </DialogFoot>
      </Stack>
    </form>
  );
}

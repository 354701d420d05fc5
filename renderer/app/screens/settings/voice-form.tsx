// How the shop sounds: tone, formality, pictures, greeting and sign-off per language and channel, and its own words.
import { ActionIcon, Button, Group, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { languageSchema, type Language } from '../../../../shared/model/ids.ts';
import type { Voice, VoiceLine, WordChoice } from '../../../../shared/model/shop.ts';
import { useManifests } from '../../reads/use-manifests.ts';
import { useText } from '../../text/use-text.ts';
import { useChannelNames } from '../inbox/channel-names.ts';
import { FormShell } from './form-shell.tsx';
import { useSettingsForm } from './use-settings-form.ts';

const languages = languageSchema.options;

export function VoiceForm() {
  const text = useText();
  const form = useSettingsForm('voice');
  const { value: voice, set } = form;
  const change = (part: Partial<Voice>): void => {
    set({ ...voice, ...part });
  };
  return (
    <FormShell form={form} isIncomplete={voice.words.some(({ avoid }) => avoid.trim() === '')}>
      <Textarea
        label={text('voice.tone')}
        description={text('voice.tone.hint')}
        placeholder={text('voice.tone.example')}
        maxLength={1000}
        autosize
        minRows={2}
        maxRows={5}
        value={voice.tone}
        onChange={(event) => {
          change({ tone: event.currentTarget.value });
        }}
      />
      <Choice
        label={text('voice.formality.tr')}
        value={voice.formality.tr}
        onChange={(tr) => {
          change({ formality: { ...voice.formality, tr } });
        }}
        data={[
          { value: 'formal', label: 'siz' },
          { value: 'informal', label: 'sen' },
        ]}
      />
      <Choice
        label={text('voice.formality.el')}
        value={voice.formality.el}
        onChange={(el) => {
          change({ formality: { ...voice.formality, el } });
        }}
        data={[
          { value: 'formal', label: 'εσείς' },
          { value: 'informal', label: 'εσύ' },
        ]}
      />
      <Choice
        label={text('voice.emoji')}
        value={voice.emoji}
        onChange={(emoji) => {
          change({ emoji });
        }}
        data={[
          { value: 'as-written', label: text('voice.emoji.asWritten') },
          { value: 'none', label: text('voice.emoji.none') },
        ]}
      />
      <VoiceLines
        title={text('voice.greetings')}
        example="{{customer.firstName}}"
        lines={voice.greetings}
        onChange={(greetings) => {
          change({ greetings });
        }}
      />
      <VoiceLines
        title={text('voice.signOffs')}
        example="{{agent.name}}, {{shop.name}}"
        lines={voice.signOffs}
        onChange={(signOffs) => {
          change({ signOffs });
        }}
      />
      <Words
        words={voice.words}
        onChange={(words) => {
          change({ words });
        }}
      />
    </FormShell>
  );
}

function Choice<V extends string>(props: {
  label: string;
  value: V;
  data: { value: V; label: string }[];
  onChange: (value: V) => void;
}) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm" fw={500}>
        {props.label}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={props.label}
        value={props.value}
        data={props.data}
        onChange={props.onChange}
      />
    </Group>
  );
}

/** A greeting or sign-off per language, and more of them for single channels. */
function VoiceLines(props: {
  title: string;
  example: string;
  lines: readonly VoiceLine[];
  onChange: (lines: VoiceLine[]) => void;
}) {
  const { title, example, lines, onChange } = props;
  const text = useText();
  const manifests = useManifests();
  const nameOf = useChannelNames();
  const channels = [...(manifests?.keys() ?? [])];
  const put = (index: number, part: Partial<VoiceLine>): void => {
    onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  };
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <Text component="legend" size="sm" fw={600} mb={2}>
        {title}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {text('voice.lines.hint', { example })}
      </Text>
      <Stack gap={6}>
        {lines.map((line, index) => (
          <Group key={index} gap={6} wrap="nowrap" align="flex-start">
            <LanguageSelect
              language={line.language}
              onChange={(language) => {
                put(index, { language });
              }}
            />
            <Select
              size="xs"
              w={130}
              allowDeselect={false}
              aria-label={text('voice.channel')}
              data={[
                { value: '', label: text('voice.channel.all') },
                ...channels.map((channel) => ({ value: channel, label: nameOf(channel).label })),
              ]}
              value={line.channel ?? ''}
              onChange={(channel) => {
                put(index, { channel: channel === '' ? null : channel });
              }}
            />
            <Textarea
              size="xs"
              style={{ flex: 1 }}
              autosize
              maxRows={4}
              maxLength={1000}
              lang={line.language}
              aria-label={title}
              value={line.text}
              onChange={(event) => {
                put(index, { text: event.currentTarget.value });
              }}
            />
            <Remove
              label={text('voice.remove')}
              onClick={() => {
                onChange(lines.filter((_, at) => at !== index));
              }}
            />
          </Group>
        ))}
        <Add
          label={text('voice.add')}
          onClick={() => {
            const free = languages.find((each) => !lines.some((line) => line.language === each)) ?? text.language;
            onChange([...lines, { language: free, channel: null, text: '' }]);
          }}
        />
      </Stack>
    </fieldset>
  );
}

function Words({ words, onChange }: { words: readonly WordChoice[]; onChange: (words: WordChoice[]) => void }) {
  const text = useText();
  const put = (index: number, part: Partial<WordChoice>): void => {
    onChange(words.map((word, at) => (at === index ? { ...word, ...part } : word)));
  };
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <Text component="legend" size="sm" fw={600} mb={2}>
        {text('voice.words')}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {text('voice.words.hint')}
      </Text>
      <Stack gap={6}>
        {words.map((word, index) => (
          <Group key={index} gap={6} wrap="nowrap">
            <LanguageSelect
              language={word.language}
              onChange={(language) => {
                put(index, { language });
              }}
            />
            <TextInput
              size="xs"
              style={{ flex: 1 }}
              maxLength={100}
              lang={word.language}
              aria-label={text('voice.words.avoid')}
              placeholder={text('voice.words.avoid')}
              value={word.avoid}
              onChange={(event) => {
                put(index, { avoid: event.currentTarget.value });
              }}
            />
            <TextInput
              size="xs"
              style={{ flex: 1 }}
              maxLength={100}
              lang={word.language}
              aria-label={text('voice.words.use')}
              placeholder={text('voice.words.use')}
              value={word.use}
              onChange={(event) => {
                put(index, { use: event.currentTarget.value });
              }}
            />
            <Remove
              label={text('voice.remove')}
              onClick={() => {
                onChange(words.filter((_, at) => at !== index));
              }}
            />
          </Group>
        ))}
        <Add
          label={text('voice.words.add')}
          onClick={() => {
            onChange([...words, { language: text.language, avoid: '', use: '' }]);
          }}
        />
      </Stack>
    </fieldset>
  );
}

function LanguageSelect({ language, onChange }: { language: Language; onChange: (language: Language) => void }) {
  const text = useText();
  return (
    <Select
      size="xs"
      w={112}
      allowDeselect={false}
      aria-label={text('voice.language')}
      data={languages.map((value) => ({ value, label: text(`language.${value}`) }))}
      value={language}
      onChange={(value) => {
        const chosen = languages.find((each) => each === value);
        if (chosen) onChange(chosen);
      }}
    />
  );
}

function Remove({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon size={30} variant="subtle" color="gray" aria-label={label} title={label} onClick={onClick}>
      <IconTrash size={15} />
    </ActionIcon>
  );
}

function Add({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconPlus size={13} />}
      style={{ alignSelf: 'flex-start' }}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}

// The shop: its card, its voice, its people, and the facts it tells customers.
import { SegmentedControl } from '@mantine/core';
import { useCell, useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import { shopSections, type ShopSection } from '../../state/overlay.ts';
import { useText } from '../../text/use-text.ts';
import { FactsPanel } from './facts-panel.tsx';
import { PeopleForm } from './people-form.tsx';
import { hasEdits } from './settings-edits.ts';
import { ShopCardForm } from './shop-card-form.tsx';
import { UnsavedMark } from './unsaved-mark.tsx';
import { VoiceForm } from './voice-form.tsx';

const panels: Record<ShopSection, () => React.ReactNode> = {
  card: ShopCardForm,
  voice: VoiceForm,
  people: PeopleForm,
  facts: FactsPanel,
};

export function ShopSettings() {
  const desk = useDesk();
  const text = useText();
  const section =
    useCellPart(desk.overlay, (overlay) => (overlay.kind === 'settings' ? overlay.section : undefined)) ?? 'card';
  const edits = useCell(desk.settingsEdits);
  const Panel = panels[section];
  return (
    <>
      <SegmentedControl
        fullWidth
        size="xs"
        mb="md"
        aria-label={text('settings.shop')}
        value={section}
        onChange={(next) => {
          desk.overlay.set({ kind: 'settings', tab: 'shop', section: next });
        }}
        data={shopSections.map((value) => ({
          value,
          label: (
            <>
              {text(`shop.section.${value}`)}
              {hasEdits(edits, 'shop', value) && <UnsavedMark />}
            </>
          ),
        }))}
      />
      <Panel />
    </>
  );
}

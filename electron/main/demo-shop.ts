// The demo shop's account and card; its customers and mail are made by the demo connector.
import { accountSchema, type Account } from '../../shared/model/account.ts';
import type { Language } from '../../shared/model/ids.ts';
import type { Settings } from '../../shared/model/settings.ts';
import { shopCardSchema, voiceSchema } from '../../shared/model/shop.ts';

/** @param language of the screens: the shop's tags are in it */
export function demoAccount(language: Language): Account {
  return accountSchema.parse({
    id: 'demo',
    channel: 'demo',
    label: 'Mavi Çini',
    address: 'merhaba@mavicini.example',
    senderName: 'Defne, Mavi Çini',
    fields: { language },
    createdAt: 0,
  });
}

export const demoCard: Pick<Settings, 'shop' | 'voice' | 'agents' | 'agentId'> = {
  shop: shopCardSchema.parse({
    name: 'Mavi Çini',
    website: 'https://www.mavicini.example',
    address: 'Fırın Sokak 12\n43100 Kütahya',
    legalName: 'Mavi Çini Seramik Ltd. Şti.',
    range: {
      en: 'hand-painted ceramics from Kütahya',
      tr: 'Kütahya’dan el yapımı seramik',
      el: 'χειροποίητα κεραμικά από την Κιουτάχεια',
    },
  }),
  voice: voiceSchema.parse({}),
  agents: [
    { id: 'agent-1', name: 'Defne', role: '', signature: '' },
    { id: 'agent-2', name: 'Mert', role: '', signature: '' },
  ],
  agentId: 'agent-1',
};

// The demo shop's account and card; its customers and mail are made by the demo connector.
import { accountSchema, type Account } from '../../shared/model/account.ts';
import type { Settings } from '../../shared/model/settings.ts';

export const demoAccount: Account = accountSchema.parse({
  id: 'demo',
  channel: 'demo',
  label: 'Mavi Çini',
  address: 'merhaba@mavicini.example',
  senderName: 'Defne, Mavi Çini',
  createdAt: 0,
});

export const demoCard: Pick<Settings, 'shop' | 'agent'> = {
  shop: { name: 'Mavi Çini', website: 'https://www.mavicini.example', phone: '' },
  agent: { name: 'Defne', signature: '' },
};

// Icons of channels by the name that a connector's manifest gives; unknown names get a neutral one.
import IconBrandAmazon from '@tabler/icons-react/dist/esm/icons/IconBrandAmazon.mjs';
import IconBrandEtsy from '@tabler/icons-react/dist/esm/icons/IconBrandEtsy.mjs';
import IconBrandFacebook from '@tabler/icons-react/dist/esm/icons/IconBrandFacebook.mjs';
import IconBrandInstagram from '@tabler/icons-react/dist/esm/icons/IconBrandInstagram.mjs';
import IconBrandTelegram from '@tabler/icons-react/dist/esm/icons/IconBrandTelegram.mjs';
import IconBrandWalmart from '@tabler/icons-react/dist/esm/icons/IconBrandWalmart.mjs';
import IconBrandWhatsapp from '@tabler/icons-react/dist/esm/icons/IconBrandWhatsapp.mjs';
import IconBuildingStore from '@tabler/icons-react/dist/esm/icons/IconBuildingStore.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconMessageCircle from '@tabler/icons-react/dist/esm/icons/IconMessageCircle.mjs';
import IconPackage from '@tabler/icons-react/dist/esm/icons/IconPackage.mjs';
import IconPhone from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs';
import IconShoppingBag from '@tabler/icons-react/dist/esm/icons/IconShoppingBag.mjs';

import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';

const icons: Readonly<Partial<Record<string, typeof IconMail>>> = {
  mail: IconMail,
  store: IconBuildingStore,
  'building-store': IconBuildingStore,
  bag: IconShoppingBag,
  'shopping-bag': IconShoppingBag,
  package: IconPackage,
  amazon: IconBrandAmazon,
  walmart: IconBrandWalmart,
  etsy: IconBrandEtsy,
  facebook: IconBrandFacebook,
  instagram: IconBrandInstagram,
  phone: IconPhone,
  telegram: IconBrandTelegram,
  user: IconUser,
  whatsapp: IconBrandWhatsapp,
};

/** `label` is read out where the icon stands alone; without it the icon is decoration. */
export function ChannelIcon(props: { icon: string; label?: string; sizePx?: number }) {
  const Icon = icons[props.icon] ?? IconMessageCircle;
  const named = props.label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': props.label };
  return <Icon size={props.sizePx ?? 16} stroke={1.7} style={{ flexShrink: 0 }} {...named} />;
}

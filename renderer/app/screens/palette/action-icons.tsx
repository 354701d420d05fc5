// Icons of commands in the palette; the rest get a neutral one.
import IconAdjustments from '@tabler/icons-react/dist/esm/icons/IconAdjustments.mjs';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconArrowBackUpDouble from '@tabler/icons-react/dist/esm/icons/IconArrowBackUpDouble.mjs';
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs';
import IconArrowsRightLeft from '@tabler/icons-react/dist/esm/icons/IconArrowsRightLeft.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconConfetti from '@tabler/icons-react/dist/esm/icons/IconConfetti.mjs';
import IconBook2 from '@tabler/icons-react/dist/esm/icons/IconBook2.mjs';
import IconBuildingStore from '@tabler/icons-react/dist/esm/icons/IconBuildingStore.mjs';
import IconFileExport from '@tabler/icons-react/dist/esm/icons/IconFileExport.mjs';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconHeartHandshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconMailOpened from '@tabler/icons-react/dist/esm/icons/IconMailOpened.mjs';
import IconMailPlus from '@tabler/icons-react/dist/esm/icons/IconMailPlus.mjs';
import IconMoon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs';
import IconPencilPlus from '@tabler/icons-react/dist/esm/icons/IconPencilPlus.mjs';
import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import IconNote from '@tabler/icons-react/dist/esm/icons/IconNote.mjs';
import IconPhone from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconSelect from '@tabler/icons-react/dist/esm/icons/IconSelect.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconStack2 from '@tabler/icons-react/dist/esm/icons/IconStack2.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import IconTemplate from '@tabler/icons-react/dist/esm/icons/IconTemplate.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import IconZzz from '@tabler/icons-react/dist/esm/icons/IconZzz.mjs';

/** By the command's id. */
export const actionIcons: Readonly<Partial<Record<string, typeof IconCheck>>> = {
  'new-mail': IconPencilPlus,
  reply: IconArrowBackUp,
  'reply-all': IconArrowBackUpDouble,
  forward: IconArrowForwardUp,
  close: IconCheck,
  snooze: IconClock,
  tag: IconTag,
  unread: IconMail,
  customer: IconUser,
  undo: IconArrowBackUp,
  'log-call': IconPhone,
  'log-visit': IconBuildingStore,
  'log-message': IconMessage,
  'customer-note': IconNote,
  'hand-over': IconArrowsRightLeft,
  'customer-profile': IconUser,
  'add-promise': IconHeartHandshake,
  promises: IconHeartHandshake,
  mark: IconSelect,
  search: IconSearch,
  'go-open': IconInbox,
  'go-waiting': IconClock,
  'go-snoozed': IconZzz,
  'go-closed': IconArchive,
  'go-all': IconStack2,
  'only-unread': IconMailOpened,
  replies: IconTemplate,
  'shop-card': IconBuildingStore,
  agents: IconUsers,
  shortcuts: IconKeyboard,
  settings: IconSettings,
  accounts: IconAdjustments,
  'add-account': IconMailPlus,
  theme: IconMoon,
  'sync-now': IconRefresh,
  'enter-demo': IconConfetti,
  'leave-demo': IconConfetti,
  export: IconFileExport,
  'export-customer': IconFileExport,
  'export-selection': IconFileExport,
  'export-search': IconFileExport,
  import: IconFileImport,
  backup: IconArchive,
  'restore-backup': IconArchive,
  'open-export': IconBook2,
  'close-export': IconBook2,
};

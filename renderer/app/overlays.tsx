// Draws what lies over the screen; each kind is loaded when it is first asked for.
import { lazy } from 'react';
import { useDesk } from './state/desk.ts';
import { noOverlay, type Overlay } from './state/overlay.ts';

const Palette = lazy(async () => ({ default: (await import('./screens/palette/palette.tsx')).Palette }));
const ShortcutSheet = lazy(async () => ({
  default: (await import('./screens/palette/shortcut-sheet.tsx')).ShortcutSheet,
}));
const HelpDialog = lazy(async () => ({ default: (await import('./screens/help/help-dialog.tsx')).HelpDialog }));
const Tour = lazy(async () => ({ default: (await import('./screens/help/tour.tsx')).Tour }));
const WhatsNew = lazy(async () => ({ default: (await import('./screens/help/whats-new.tsx')).WhatsNew }));
const SnoozeDialog = lazy(async () => ({ default: (await import('./screens/inbox/snooze-dialog.tsx')).SnoozeDialog }));
const TagsDialog = lazy(async () => ({ default: (await import('./screens/inbox/tags-dialog.tsx')).TagsDialog }));
const LinkDialog = lazy(async () => ({ default: (await import('./screens/link/link-dialog.tsx')).LinkDialog }));
const EraseDialog = lazy(async () => ({ default: (await import('./screens/privacy/erase-dialog.tsx')).EraseDialog }));
const BackupDialog = lazy(async () => ({ default: (await import('./screens/backup/backup-dialog.tsx')).BackupDialog }));
const RestoreDialog = lazy(async () => ({
  default: (await import('./screens/backup/restore-dialog.tsx')).RestoreDialog,
}));
const MailImportDialog = lazy(async () => ({
  default: (await import('./screens/import/mail-import-dialog.tsx')).MailImportDialog,
}));
const OpenExportDialog = lazy(async () => ({
  default: (await import('./screens/import/open-export-dialog.tsx')).OpenExportDialog,
}));
const OpenedFilesDialog = lazy(async () => ({
  default: (await import('./screens/import/opened-files-dialog.tsx')).OpenedFilesDialog,
}));
const ExportDialog = lazy(async () => ({ default: (await import('./screens/export/export-dialog.tsx')).ExportDialog }));
const RepliesScreen = lazy(async () => ({
  default: (await import('./screens/replies/replies-screen.tsx')).RepliesScreen,
}));
const AgentsDialog = lazy(async () => ({
  default: (await import('./screens/settings/agents-dialog.tsx')).AgentsDialog,
}));
const SettingsDialog = lazy(async () => ({
  default: (await import('./screens/settings/settings-dialog.tsx')).SettingsDialog,
}));
const AccountDialog = lazy(async () => ({
  default: (await import('./screens/accounts/account-dialog.tsx')).AccountDialog,
}));
const PasswordDialog = lazy(async () => ({
  default: (await import('./screens/accounts/password-dialog.tsx')).PasswordDialog,
}));

const ProfileDialog = lazy(async () => ({
  default: (await import('./screens/customer/profile-dialog.tsx')).ProfileDialog,
}));
const MergeDialog = lazy(async () => ({ default: (await import('./screens/customer/merge-dialog.tsx')).MergeDialog }));
const TouchpointDialog = lazy(async () => ({
  default: (await import('./screens/customer/touchpoint-dialog.tsx')).TouchpointDialog,
}));
const AddPromiseDialog = lazy(async () => ({
  default: (await import('./screens/customer/add-promise-dialog.tsx')).AddPromiseDialog,
}));
const ImportDialog = lazy(async () => ({
  default: (await import('./screens/customer/import-dialog.tsx')).ImportDialog,
}));
const PromisesDialog = lazy(async () => ({
  default: (await import('./screens/customer/promises-dialog.tsx')).PromisesDialog,
}));

const PracticeDialog = lazy(async () => ({
  default: (await import('./screens/practice/practice-dialog.tsx')).PracticeDialog,
}));
const WeeksDialog = lazy(async () => ({ default: (await import('./screens/practice/weeks-dialog.tsx')).WeeksDialog }));

export function Overlays(props: { overlay: Overlay }) {
  const desk = useDesk();
  const { overlay } = props;
  const close = (): void => {
    desk.overlay.set(noOverlay);
  };
  switch (overlay.kind) {
    case 'none':
      return null;
    case 'practice':
      return <PracticeDialog key={overlay.ruleId} ruleId={overlay.ruleId} onClose={close} />;
    case 'weeks':
      return <WeeksDialog onClose={close} />;
    case 'palette':
      return <Palette onClose={close} />;
    case 'shortcuts':
      return <ShortcutSheet onClose={close} />;
    case 'help':
      return <HelpDialog onClose={close} />;
    case 'tour':
      return <Tour onClose={close} />;
    case 'whats-new':
      return <WhatsNew onClose={close} />;
    case 'settings':
      return <SettingsDialog tab={overlay.tab} onClose={close} />;
    case 'add-account':
      return <AccountDialog accountId={null} channel={overlay.channel} onClose={close} />;
    case 'edit-account':
      return <AccountDialog accountId={overlay.accountId} onClose={close} />;
    case 'give-password':
      return <PasswordDialog accountId={overlay.accountId} onClose={close} />;
    case 'snooze':
      return <SnoozeDialog conversationIds={overlay.conversationIds} onClose={close} />;
    case 'tags':
      return <TagsDialog conversationIds={overlay.conversationIds} onClose={close} />;
    case 'erase-customer':
      return <EraseDialog customerId={overlay.customerId} name={overlay.name} onClose={close} />;
    case 'backup':
      return <BackupDialog onClose={close} />;
    case 'restore':
      return <RestoreDialog onClose={close} />;
    case 'import-mail':
      return <MailImportDialog isOpened={overlay.isOpened === true} onClose={close} />;
    case 'open-export':
      return <OpenExportDialog isOpened={overlay.isOpened === true} onClose={close} />;
    case 'opened-files':
      return <OpenedFilesDialog count={overlay.count} onClose={close} />;
    case 'export':
      return <ExportDialog subject={overlay.subject} onClose={close} />;
    case 'customer-profile':
      return <ProfileDialog customerId={overlay.customerId} onClose={close} />;
    case 'merge-customers':
      return <MergeDialog customerId={overlay.customerId} otherId={overlay.otherId} onClose={close} />;
    case 'log-touchpoint':
      return <TouchpointDialog customerId={overlay.customerId} channel={overlay.channel} onClose={close} />;
    case 'add-promise':
      return (
        <AddPromiseDialog customerId={overlay.customerId} conversationId={overlay.conversationId} onClose={close} />
      );
    case 'import':
      return <ImportDialog importKind={overlay.importKind} onClose={close} />;
    case 'promises':
      return <PromisesDialog onClose={close} />;
    case 'replies':
      return <RepliesScreen scenario={overlay.scenario} fresh={overlay.fresh} onClose={close} />;
    case 'agents':
      return <AgentsDialog onClose={close} />;
    case 'link':
      return <LinkDialog url={overlay.url} onClose={close} />;
  }
}

// The ways out, moving house, and privacy.
import { useReadOnly } from '../../state/read-only.ts';
import { BackupSettings } from './backup-settings.tsx';
import { ExportSettings } from './export-settings.tsx';
import { PrivacySettings } from './privacy-settings.tsx';

export function DataSettings() {
  const isReadOnly = useReadOnly();
  return (
    <>
      <ExportSettings />
      <BackupSettings />
      {!isReadOnly && <PrivacySettings />}
    </>
  );
}

// The ways out, moving house, and privacy.
import { BackupSettings } from './backup-settings.tsx';
import { ExportSettings } from './export-settings.tsx';
import { PrivacySettings } from './privacy-settings.tsx';
import { NotWhileReading } from '../inbox/not-while-reading.tsx';

export function DataSettings() {
  return (
    <>
      <ExportSettings />
      <BackupSettings />
      <NotWhileReading>
        <PrivacySettings />
      </NotWhileReading>
    </>
  );
}

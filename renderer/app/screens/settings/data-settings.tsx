// The ways out, and privacy.
import { ExportSettings } from './export-settings.tsx';
import { PrivacySettings } from './privacy-settings.tsx';

export function DataSettings() {
  return (
    <>
      <ExportSettings />
      <PrivacySettings />
    </>
  );
}

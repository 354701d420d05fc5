// What lies where, and the ways out.
import { ExportSettings } from './export-settings.tsx';

export function DataSettings() {
  return <ExportSettings />;
}

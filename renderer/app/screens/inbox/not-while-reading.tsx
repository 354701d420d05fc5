// What changes something: not offered while an export is open to be read.
import type { ReactNode } from 'react';
import { useReadOnly } from '../../state/read-only.ts';

export function NotWhileReading({ children }: { children: ReactNode }) {
  return useReadOnly() ? null : children;
}

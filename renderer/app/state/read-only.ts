// Whether an export is open to be read: then nothing that changes something is offered. The store refuses it all the same.
import { useCellPart } from './cell.ts';
import { useDesk, type Desk } from './desk.ts';

export function isReadOnly(desk: Desk): boolean {
  return desk.app.get().mode === 'reading';
}

export function useReadOnly(): boolean {
  return useCellPart(useDesk().app, ({ mode }) => mode === 'reading');
}

// The envelope while it is written: what follows from the message answered, until a person changes it.
import { useEffect, useRef, useState } from 'react';
import type { DraftRow } from '../../../database/rows.ts';
import type { Account } from '../../../../shared/model/account.ts';
import type { DraftContent } from '../../../../shared/model/journal.ts';
import type { DraftMode } from '../../../../shared/model/outbox.ts';
import type { MessageWithText } from '../../reads/use-messages.ts';
import { envelopeFor, type Envelope } from './envelope.ts';

export interface EnvelopeHandle {
  mode: DraftMode;
  envelope: Envelope;
  /** Another mode starts from its own envelope. */
  setMode(mode: DraftMode): void;
  edit(patch: Partial<Envelope>): void;
  /** What the draft keeps of it. */
  draftPart(): Pick<DraftContent, 'mode' | 'to' | 'cc' | 'subject'>;
}

interface State {
  mode: DraftMode;
  /** Null while the envelope follows from the message answered. */
  edited: Envelope | null;
}

export interface EnvelopeSource {
  draft: DraftRow | null;
  answered: MessageWithText | undefined;
  account: Account | undefined;
  /** The envelope was changed by a person. */
  onEdit: () => void;
}

export function useEnvelope({ draft, answered, account, onEdit }: EnvelopeSource): EnvelopeHandle {
  const [state, setState] = useState<State>(() => stateOf(draft));
  const latest = useRef(state);
  const change = (next: State): void => {
    latest.current = next;
    setState(next);
  };
  // a draft that the store put there by itself: a reply taken back, a refused one to edit
  const savedAt = useRef(draft?.savedAt);
  useEffect(() => {
    if (!draft || draft.savedAt === savedAt.current) return;
    const isFirst = savedAt.current === undefined;
    savedAt.current = draft.savedAt;
    if (isFirst && latest.current.edited === null) change(stateOf(draft));
  }, [draft]);
  useEffect(() => {
    if (draft === null) savedAt.current = undefined;
  }, [draft]);

  const following = envelopeFor(state.mode, answered, account);
  return {
    mode: state.mode,
    envelope: state.edited ?? following,
    setMode(mode) {
      change({ mode, edited: null });
      onEdit();
    },
    edit(patch) {
      const { mode, edited } = latest.current;
      change({ mode, edited: { ...(edited ?? envelopeFor(mode, answered, account)), ...patch } });
      onEdit();
    },
    draftPart: () => ({
      ...(latest.current.mode === 'reply' ? {} : { mode: latest.current.mode }),
      ...(latest.current.edited ?? {}),
    }),
  };
}

function stateOf(draft: DraftRow | null): State {
  const { mode = 'reply', to, cc, subject } = draft ?? {};
  const edited = to === undefined && cc === undefined && subject === undefined;
  return { mode, edited: edited ? null : { to: to ?? [], cc: cc ?? [], subject: subject ?? '' } };
}

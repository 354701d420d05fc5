// Checks the reply while it is typed: the marketplace's manners, and what must not be public under a review.
import type { Editor } from '@tiptap/core';
import { useMemo } from 'react';
import type { ConversationRow } from '../../../database/rows.ts';
import { checkManners } from '../../../../shared/language/manners/check-manners.ts';
import { checkPrivacy } from '../../../../shared/language/manners/check-privacy.ts';
import type { Finding } from '../../../../shared/language/manners/finding.ts';
import { mannersOf } from '../../../../shared/language/manners/marketplace-manners.ts';
import type { CustomerCard } from '../../reads/use-customer.ts';

const none: readonly Finding[] = [];

export interface Findings {
  findings: readonly Finding[];
  /** The answer will be read by everybody. */
  isPublic: boolean;
}

export function useFindings(words: string, conversation: ConversationRow, card: CustomerCard | null): Findings {
  const { channel, customerName, orderNumber } = conversation;
  const isPublic = conversation.facts?.isPublic === true;
  const findings = useMemo(() => {
    if (words === '' || (!isPublic && mannersOf(channel) === null)) return none;
    const manners = checkManners(words, channel);
    if (!isPublic) return manners;
    const orderNumbers = [...(card?.orders ?? []).map(({ number }) => number), ...(orderNumber ? [orderNumber] : [])];
    const privacy = checkPrivacy(words, {
      names: card ? [card.customer.name, ...namesOf(card.conversations)] : [],
      publicName: customerName,
      orderNumbers,
      places: card?.customer.city === undefined ? [] : [card.customer.city],
    });
    return [...privacy, ...manners];
  }, [words, channel, isPublic, customerName, orderNumber, card]);
  return { findings, isPublic };
}

/** The same customer may have given a fuller name elsewhere. */
function namesOf(conversations: readonly ConversationRow[]): string[] {
  return conversations.map((row) => row.customerName);
}

/** Selects the first place where `words` stand; they may lie across marks but not across paragraphs. */
export function goToWords(editor: Editor, words: string): void {
  let range: { from: number; to: number } | undefined;
  editor.state.doc.descendants((node, position) => {
    if (range !== undefined || !node.isTextblock) return range === undefined;
    const at = node.textBetween(0, node.content.size, undefined, '\n').indexOf(words);
    if (at >= 0) range = { from: position + 1 + at, to: position + 1 + at + words.length };
    return false;
  });
  if (range === undefined) editor.commands.focus('end');
  else editor.chain().focus().setTextSelection(range).scrollIntoView().run();
}

// The stops of the one-minute tour: what each points at, and its words.
import type { TextId } from '../../text/texts.ts';

export interface TourStep {
  /** Finds the part of the screen; where there is none the words stand alone. */
  selector: string;
  title: TextId;
  body: TextId;
}

export const tourSteps: readonly TourStep[] = [
  { selector: '[data-tour="folders"]', title: 'tour.folders.title', body: 'tour.folders.body' },
  { selector: '[data-tour="list"]', title: 'tour.list.title', body: 'tour.list.body' },
  { selector: '[data-tour="conversation"]', title: 'tour.conversation.title', body: 'tour.conversation.body' },
  { selector: '[data-tour="composer"]', title: 'tour.composer.title', body: 'tour.composer.body' },
  { selector: '[data-tour="customer"]', title: 'tour.customer.title', body: 'tour.customer.body' },
  { selector: '[data-tour="palette"]', title: 'tour.palette.title', body: 'tour.palette.body' },
];

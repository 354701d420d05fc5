// What each version brought, newest first; the words are in renderer/app/text.
import type { TextId } from '../../text/texts.ts';

export interface Release {
  version: string;
  points: readonly TextId[];
}

export const releases: readonly Release[] = [
  {
    version: '0.1.0',
    points: ['news.010.inbox', 'news.010.coach', 'news.010.offline', 'news.010.export', 'news.010.languages'],
  },
];

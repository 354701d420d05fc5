// Sentences, dates and numbers in the language of the screens.
import { useMemo, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Language } from '../../../shared/model/ids.ts';
import { fullTime, shortTime } from './time.ts';
import type { TextId } from './texts.ts';

type Values = Record<string, string | number>;
type RichValues = Record<string, ReactNode | ((chunks: ReactNode[]) => ReactNode)>;

export interface Text {
  (id: TextId, values?: Values): string;
  /** A sentence with elements in it. */
  rich(id: TextId, values: RichValues): ReactNode;
  language: Language;
  /** BCP 47, for Intl. */
  locale: string;
  number(value: number): string;
  /** How long ago, as briefly as the list needs it. */
  ago(at: number, now: number): string;
  /** Day, date and time in full. */
  full(at: number): string;
}

/** The sentences of the screens; the same function until the language changes. */
export function useText(): Text {
  const intl = useIntl();
  return useMemo(() => {
    const text = (id: TextId, values?: Values): string => intl.formatMessage({ id }, values);
    return Object.assign(text, {
      rich: (id: TextId, values: RichValues) =>
        intl.formatMessage({ id }, values as Record<string, string>) as ReactNode,
      language: intl.locale.slice(0, 2) as Language,
      locale: intl.locale,
      number: (value: number) => intl.formatNumber(value),
      ago: (at: number, now: number) => shortTime(at, now, intl.locale),
      full: (at: number) => fullTime(at, intl.locale),
    });
  }, [intl]);
}

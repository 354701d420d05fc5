// Puts the sentences of one language around the screens.
import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { localeOf } from '../../../shared/language/locale.ts';
import type { Language } from '../../../shared/model/ids.ts';
import type { Texts } from './texts.ts';

/** A sentence that cannot be put together is a mistake of ours: it is reported, and the words are shown as they stand. */
export function TextProvider(props: {
  language: Language;
  texts: Texts;
  onBrokenText: (message: string) => void;
  children: ReactNode;
}) {
  return (
    <IntlProvider
      locale={localeOf[props.language]}
      messages={props.texts}
      onError={(error) => {
        props.onBrokenText(error.message);
      }}
    >
      {props.children}
    </IntlProvider>
  );
}

// What the customer has told already: not to be asked again.
import { Text } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import type { KnownFact } from '../../../../shared/service/known-facts.ts';
import { useText, type Text as Sentences } from '../../text/use-text.ts';
import classes from './customer.module.css';
import { SectionTitle } from './section-title.tsx';

export function KnownSection({ facts }: { facts: readonly KnownFact[] }) {
  const text = useText();
  if (facts.length === 0) return null;
  return (
    <section>
      <SectionTitle>{text('known.title')}</SectionTitle>
      <ul className={classes['known']}>
        {facts.map((fact, index) => (
          <li key={index} title={text('known.told', { date: text.full(fact.at) })}>
            <IconCircleCheck size={13} aria-hidden />
            <Text size="xs" className={classes['selectable'] ?? ''}>
              {factText(text, fact)}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function factText(text: Sentences, fact: KnownFact): string {
  switch (fact.kind) {
    case 'order':
      return text('known.order', { value: fact.value });
    case 'phone':
      return text('known.phone', { value: fact.value });
    case 'address':
      return text('known.address', { value: fact.value });
    case 'photos':
      return text('known.photos', { count: fact.count });
    case 'files':
      return text('known.files', { count: fact.count });
  }
}

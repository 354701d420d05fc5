// What a review is about: stars, the product, and how many reviews the shop has answered.
import { Anchor, Group, Text } from '@mantine/core';
import type { ConversationRow } from '../../../database/rows.ts';
import { attempt } from '../../actions/notices.tsx';
import { useReviewCoverage } from '../../reads/use-review-coverage.ts';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { Stars } from '../../ui/stars.tsx';
import classes from './conversation.module.css';

export function ReviewCard({ conversation }: { conversation: ConversationRow }) {
  const text = useText();
  const desk = useDesk();
  const coverage = useReviewCoverage();
  const { facts } = conversation;
  if (facts?.kind !== 'review') return null;
  const rating = facts.review?.stars ?? 0;
  const product = facts.product?.title ?? '';
  const productUrl = facts.product?.url;
  return (
    <Group className={classes['review'] ?? ''} gap="6px 12px" role="note">
      {rating > 0 && <Stars rating={rating} label={text('review.stars', { rating })} sizePx={16} />}
      {product !== '' && (
        <Text size="sm" fw={600}>
          {text('review.ofProduct', { product })}
        </Text>
      )}
      {productUrl !== undefined && (
        <Anchor
          component="button"
          type="button"
          size="xs"
          title={productUrl}
          onClick={() => void attempt(desk.main.openLink({ url: productUrl }))}
        >
          {text('review.product.open')}
        </Anchor>
      )}
      {coverage && coverage.total > 0 && (
        <Text size="xs" c="dimmed" ml="auto">
          {text('review.coverage', { ...coverage, share: coverage.answered / coverage.total })}
        </Text>
      )}
    </Group>
  );
}

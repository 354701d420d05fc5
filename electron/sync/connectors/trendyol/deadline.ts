// When a question must be answered: three business days after it was asked (seller guide), on Istanbul's clock.

const dayMs = 86_400_000;
/** Istanbul has been at UTC+3 all year since 2016. */
const istanbulMs = 3 * 3_600_000;
const businessDays = 3;

/**
 * Epoch ms. Weekends do not count; public holidays do, since nobody publishes Trendyol's list of them: the true end may be later, never
 * sooner.
 */
export function answerDeadline(askedAt: number): number {
  let at = askedAt + istanbulMs;
  // Asked at a weekend: the first business day begins on Monday.
  while (isWeekend(at)) at = (Math.floor(at / dayMs) + 1) * dayMs;
  for (let left = businessDays; left > 0;) {
    at += dayMs;
    if (!isWeekend(at)) left -= 1;
  }
  return at - istanbulMs;
}

function isWeekend(local: number): boolean {
  const day = new Date(local).getUTCDay();
  return day === 0 || day === 6;
}

// Where the tour's words stand: beside what they speak of, whole inside the window.

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const gapPx = 14;
const marginPx = 16;

/**
 * Left and top in CSS pixels: right of the target, else left of it, else over its lower part; in the middle without a target.
 * @param card size of the card @param room size of the window
 */
export function placeCard(
  target: Box | null,
  card: { width: number; height: number },
  room: { width: number; height: number },
): { left: number; top: number } {
  const within = (at: number, size: number, all: number): number =>
    Math.max(marginPx, Math.min(at, all - size - marginPx));
  if (!target) return { left: (room.width - card.width) / 2, top: (room.height - card.height) / 2 };
  const right = target.left + target.width + gapPx;
  const left = target.left - card.width - gapPx;
  const hasRight = right + card.width + marginPx <= room.width;
  const top = within(target.top + Math.min(40, target.height / 2), card.height, room.height);
  if (hasRight) return { left: right, top };
  if (left >= marginPx) return { left: within(left, card.width, room.width), top };
  const above = target.top - card.height - gapPx;
  return {
    left: within(target.left + (target.width - card.width) / 2, card.width, room.width),
    top:
      above >= marginPx
        ? within(above, card.height, room.height)
        : within(target.top + target.height - card.height - gapPx, card.height, room.height),
  };
}

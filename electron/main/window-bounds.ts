// Where the window was, and whether it can be there again.

/** In device-independent pixels. */
export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface WindowPlace extends Bounds {
  isMaximized: boolean;
}

export const smallestWindow = { width: 1024, height: 640 };
const usualWindow = { width: 1360, height: 860 };
/** At least this much of the title bar must be within a display for the window to be reachable. */
const reachable = { width: 120, height: 24 };

/** A remembered place out of a file, checked: undefined when it is none. */
export function parsePlace(value: unknown): WindowPlace | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { x, y, width, height, isMaximized } = value as Partial<Record<keyof WindowPlace, unknown>>;
  const numbers = [x, y, width, height].map((n) => (typeof n === 'number' && Number.isFinite(n) ? Math.round(n) : NaN));
  const [left = NaN, top = NaN, wide = NaN, high = NaN] = numbers;
  if (numbers.some(Number.isNaN) || wide <= 0 || high <= 0) return undefined;
  return { x: left, y: top, width: wide, height: high, isMaximized: isMaximized === true };
}

/**
 * Size and place for the window: the remembered one where a display still shows its title bar, made to fit that display; else the
 * usual size, left to the system to place. `workAreas`: of the displays there are now, the primary one first.
 */
export function placeFor(
  remembered: WindowPlace | undefined,
  workAreas: readonly Bounds[],
): { width: number; height: number; x?: number; y?: number; isMaximized: boolean } {
  const area = remembered && workAreas.find((each) => showsTitle(each, remembered));
  if (!remembered || !area) {
    const first = workAreas[0] ?? { ...usualWindow };
    return { ...fit(usualWindow, first), isMaximized: remembered?.isMaximized ?? false };
  }
  const { width, height } = fit(remembered, area);
  return { x: remembered.x, y: Math.max(remembered.y, area.y), width, height, isMaximized: remembered.isMaximized };
}

function fit(size: { width: number; height: number }, area: { width: number; height: number }) {
  return {
    width: Math.max(smallestWindow.width, Math.min(size.width, area.width)),
    height: Math.max(smallestWindow.height, Math.min(size.height, area.height)),
  };
}

function showsTitle(area: Bounds, window: Bounds): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const isHighEnough = window.y >= area.y - reachable.height && window.y <= area.y + area.height - reachable.height;
  return width >= reachable.width && isHighEnough;
}

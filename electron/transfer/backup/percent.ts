// Progress of a backup: bytes become whole percents, each told once.

/** Answers what takes the bytes done so far; `tell` hears each percent once, 99 at most: the end is told by the answer. */
export function percentTeller(totalBytes: number, tell: (percent: number) => void): (doneBytes: number) => void {
  let told = -1;
  return (doneBytes) => {
    const percent = Math.min(99, Math.floor((100 * doneBytes) / Math.max(1, totalBytes)));
    if (percent <= told) return;
    told = percent;
    tell(percent);
  };
}

// A clock for what counts down.
import { useEffect, useState } from 'react';

/** Epoch ms, drawn anew each second while `isRunning`. */
export function useSecond(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [isRunning]);
  return now;
}

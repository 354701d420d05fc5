// Words that come to stand below what is in sight, and must be read: scrolled into sight as they appear.
import { useEffect, useRef, type ReactNode } from 'react';
import classes from './in-sight.module.css';

export function InSight({ children }: { children: ReactNode }) {
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    words.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={words} className={classes['words'] ?? ''}>
      {children}
    </div>
  );
}

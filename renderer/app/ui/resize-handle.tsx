// The line between two panes that can be dragged, or moved with the arrow keys.
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import classes from './resize-handle.module.css';

const keyStepPx = 24;

export function ResizeHandle(props: {
  label: string;
  widthPx: number;
  minPx: number;
  maxPx: number;
  onChange: (widthPx: number) => void;
}) {
  const { widthPx, minPx, maxPx, onChange } = props;
  const start = useRef<{ x: number; widthPx: number } | null>(null);
  const change = (wanted: number): void => {
    onChange(Math.round(Math.min(maxPx, Math.max(minPx, wanted))));
  };
  const grab = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, widthPx };
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (start.current) change(start.current.widthPx + event.clientX - start.current.x);
  };
  const drop = (): void => {
    start.current = null;
  };
  const step = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    change(widthPx + (event.key === 'ArrowRight' ? keyStepPx : -keyStepPx));
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={props.label}
      aria-valuenow={widthPx}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      tabIndex={0}
      className={classes['handle']}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
      onKeyDown={step}
    />
  );
}

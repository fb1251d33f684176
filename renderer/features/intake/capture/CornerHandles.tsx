import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useIntakeText } from '../intake-context.ts';
import styles from './capture.module.css';
import type { FoundInPhoto } from './capture-messages.ts';
import { withCorner } from './use-capture.ts';

/** One press of an arrow key moves a corner by this part of the picture. */
const KEY_STEP = 0.01;

/** The photo with four corners to drag, by pointer or by arrow keys. */
export function CornerHandles(props: {
  readonly photo: string;
  readonly found: FoundInPhoto;
  readonly onChange: (found: FoundInPhoto) => void;
}) {
  const { found, onChange } = props;
  const words = useIntakeText().capture;
  const frame = useRef<HTMLDivElement>(null);
  const drag = (index: number) => (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || event.buttons === 0) return;
    const x = ((event.clientX - box.left) / box.width) * found.width;
    const y = ((event.clientY - box.top) / box.height) * found.height;
    onChange(withCorner(found, index, x, y));
  };
  const step = (index: number) => (event: KeyboardEvent) => {
    const corner = found.corners[index];
    const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.code];
    if (!move || !corner) return;
    event.preventDefault();
    const [dx = 0, dy = 0] = move;
    const by = KEY_STEP * found.width;
    onChange(withCorner(found, index, corner.x + dx * by, corner.y + dy * by));
  };
  return (
    <div ref={frame} className={styles.frame}>
      <img src={props.photo} alt={words.view} />
      <svg viewBox={`0 0 ${found.width} ${found.height}`} aria-hidden>
        <polygon points={found.corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
      </svg>
      {found.corners.map((corner, index) => (
        <button
          type="button"
          // biome-ignore lint/suspicious/noArrayIndexKey: the four corners have no other identity
          key={index}
          className={styles.handle}
          aria-label={words.cornerNames[index]}
          style={{ left: `${(100 * corner.x) / found.width}%`, top: `${(100 * corner.y) / found.height}%` }}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag(index)}
          onKeyDown={step(index)}
        />
      ))}
    </div>
  );
}

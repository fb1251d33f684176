import { type RefObject, useEffect, useRef, useState } from 'react';

/** The camera's picture in a video element, from opening to closing of the dialog. */
export function useCamera(): {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: 'starting' | 'live' | 'missing';
} {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'starting' | 'live' | 'missing'>('starting');
  useEffect(() => {
    let stream: MediaStream | undefined;
    let wanted = true;
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const start = async () => {
      const wish = { width: { ideal: 3264 }, height: { ideal: 2448 }, facingMode: 'environment' };
      stream = await navigator.mediaDevices.getUserMedia({ video: wish, audio: false });
      if (!wanted) return stop();
      if (!video.current) return;
      video.current.srcObject = stream;
      await video.current.play();
      if (wanted) setState('live');
    };
    start().catch(() => {
      if (wanted) setState('missing');
    });
    return () => {
      wanted = false;
      stop();
    };
  }, []);
  return { video, state };
}

import type { DevicePosition } from './next-step.ts';

export interface Heard {
  readonly generation: number;
  readonly epoch: number;
  readonly lastSeq: number;
  readonly head: string;
}

/**
 * What a reply says about the two histories. `stale`: it comes from before something we already know and must not be
 * believed; `forked`: the province holds another history of this device than we do; `newGeneration`: the province was restored
 * (or speaks with us for the first time).
 */
export function judgeHeard(
  position: DevicePosition,
  heard: Heard,
): 'stale' | 'forked' | 'newGeneration' | 'current' {
  if (heard.generation < position.generation) return 'stale';
  if (heard.epoch < position.epoch) return heard.generation > position.generation ? 'forked' : 'stale';
  if (heard.epoch > position.epoch || heard.lastSeq > position.lastSeq) return 'forked';
  if (heard.lastSeq === position.lastSeq && heard.head !== position.head) return 'forked';
  return heard.generation > position.generation ? 'newGeneration' : 'current';
}

import type { Page } from '@playwright/test';

/** What a window and its host are told when they start, whichever kind they are. */
export interface CounterStart {
  /** TRAM_…: data folder, gateway, scan and print folder */
  readonly env: NodeJS.ProcessEnv;
  /** where a browser keeps its profile; Electron keeps its own below the data folder */
  readonly profile: string;
}

/** The running machine at a counter: one host and its window. */
export interface Counter {
  readonly page: Page;
  /** ends both as a clerk does */
  readonly close: () => Promise<void>;
  /** pulls the plug of both: nothing is told */
  readonly kill: () => Promise<void>;
}

/** Starts host and window on the disk that `start` names; called again after a power cut. */
export type OpenCounter = (start: CounterStart) => Promise<Counter>;

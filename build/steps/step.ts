/** What one named step of a check found. `notRun` says why and how to get it; it is never silent. */
export interface StepOutcome {
  readonly passed: number;
  readonly failed: number;
  readonly notRun?: { readonly count: number; readonly why: string };
  /** printed when the step failed, or when it has something to say */
  readonly detail?: string;
}

export interface Step {
  readonly name: string;
  readonly run: () => Promise<StepOutcome>;
}

export interface FinishedStep extends StepOutcome {
  readonly name: string;
  readonly seconds: number;
}

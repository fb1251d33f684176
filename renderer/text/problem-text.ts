/** An error as the clerk reads it: what happened, what is safe, what to do now. `{detail}` takes the problem's detail. */
export interface ProblemText {
  readonly heading: string;
  readonly safe: string;
  readonly action: string;
}

export const problem = (heading: string, safe: string, action: string): ProblemText => ({
  heading,
  safe,
  action,
});

/** Finds the text of a code; a code without a text is shown with the general one and stays readable beside it. */
export function problemText(
  table: Readonly<Record<string, ProblemText>> & { readonly unknown: ProblemText },
  cause: { readonly code: string; readonly detail?: string | undefined },
): ProblemText {
  const text = table[cause.code] ?? table.unknown;
  const fill = (part: string) => part.replaceAll('{detail}', cause.detail ?? '').trim();
  return problem(fill(text.heading), fill(text.safe), fill(text.action));
}

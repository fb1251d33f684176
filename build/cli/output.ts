/** Exit code of a wrongly written command line (sysexits EX_USAGE). */
export const USAGE_ERROR = 64;

/**
 * Where a command writes. With `--json` its JSON is one last line of stdout and everything else goes to stderr, so that a
 * program may read the last line and a person may read the rest.
 */
export interface Output {
  readonly say: (line: string) => void;
  readonly finish: (json: unknown, lastLine: string) => void;
}

export const output = (asJson: boolean): Output =>
  asJson
    ? { say: (line) => console.error(line), finish: (json) => console.log(JSON.stringify(json)) }
    : { say: (line) => console.log(line), finish: (_json, lastLine) => console.log(lastLine) };

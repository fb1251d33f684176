import { parseArgs } from 'node:util';
import { Workspace } from '../../shared/host/contract.ts';

export interface LaunchOptions {
  readonly workspace: Workspace;
  /** loopback host even where Electron is there */
  readonly web: boolean;
  readonly browser: boolean;
}

/** Reads the command line of `npm start`; a usage error comes back as its sentence. Without anything it is the demonstration. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): LaunchOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        web: { type: 'boolean', default: false },
        'no-browser': { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        workspace: { type: 'string' },
      },
    });
    const wanted = values.demo ? 'demo' : (values.workspace ?? env.TRAM_WORKSPACE ?? 'demo');
    const workspace = Workspace.safeParse(wanted);
    if (!workspace.success) return `--workspace: demo, practice or office, not "${wanted}"`;
    return { workspace: workspace.data, web: values.web, browser: !values['no-browser'] };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

import { due } from './due.ts';
import { USAGE_ERROR } from './output.ts';

/** `npm run tram -- <command>`: every command takes its own arguments and answers with the exit code. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  due: async (args) => due(args),
  // Loaded only when asked for: it brings the gateway's store with it.
  enrol: async (args) => (await import('./enrol.ts')).enrol(args),
};

const USAGE = `Cách dùng / usage: npm run tram -- <lệnh/command> [...]

  due PROCEDURE RECEIVED_AT [--lang vi|en] [--boundary-free] [--untrusted-clock] [--json]
      thời điểm hẹn trả và lý do từng bước / the due moment and its reasoning
  enrol --commune CODE --device NAME --out FILE
      tạo tệp ghi danh máy trạm / makes the enrolment file of a workstation`;

const [name, ...args] = process.argv.slice(2);
const command = name === undefined ? undefined : commands[name];
if (command) {
  process.exitCode = await command(args);
} else {
  console.error(USAGE);
  process.exitCode = name === '--help' || name === 'help' ? 0 : USAGE_ERROR;
}

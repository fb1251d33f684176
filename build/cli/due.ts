import { parseArgs } from 'node:util';
import { demonstrationPackSet } from '../../gateway/packs/demonstration.ts';
import { inForceOn, receivable } from '../../shared/domain/procedure/receivable.ts';
import { promiseFor } from '../../shared/domain/schedule/promise-for.ts';
import { localDayOf, localIso, utcIso } from '../../shared/lib/vietnam-time.ts';
import { output, USAGE_ERROR } from './output.ts';
import { type Language, refusalWords, stepWords } from './step-words.ts';

const OPTIONS = {
  lang: { type: 'string', default: 'vi' },
  'boundary-free': { type: 'boolean', default: false },
  'untrusted-clock': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/**
 * `due PROCEDURE RECEIVED_AT`: prints the reasoning line by line and the due moment (ISO, local) last, by the demonstration
 * pack set. RECEIVED_AT is ISO 8601; without a zone it is Vietnam time. Answers the exit code.
 */
export function due(args: readonly string[]): number {
  const asked = readArguments(args);
  if (typeof asked === 'string') {
    console.error(asked);
    return USAGE_ERROR;
  }
  const content = demonstrationPackSet();
  const day = localDayOf(asked.receivedAt);
  const versions = content.procedures.filter((procedure) => procedure.code === asked.code);
  const procedure = versions.find((version) => inForceOn(version, day)) ?? versions[0];
  if (!procedure) {
    console.error(
      asked.language === 'vi'
        ? `Không có thủ tục ${asked.code} trong bộ quy tắc "${content.title}".`
        : `No procedure ${asked.code} in the rules "${content.title}".`,
    );
    return USAGE_ERROR;
  }
  const { say, finish } = output(asked.json);
  const answer = promiseFor(procedure, content, {
    receivedAt: utcIso(asked.receivedAt),
    boundaryFree: asked.boundaryFree,
    clockTrusted: asked.clockTrusted,
  });
  say(`${procedure.code} · ${procedure.name.value} · ${content.title}`);
  const found = receivable(content.procedures, procedure.code, day);
  if (!found.ok) say(refusalWords[asked.language][found.error]);
  for (const step of answer.steps) if (step.code !== 'due') say(stepWords[asked.language](step));
  const { dueAt } = answer.appointment;
  const local = dueAt === undefined ? undefined : localIso(Date.parse(dueAt));
  const none = asked.language === 'vi' ? 'chưa hẹn được' : 'no moment can be promised';
  finish(
    { procedure: procedure.code, ...answer.appointment, dueAtLocal: local, steps: answer.steps },
    local ?? none,
  );
  return 0;
}

interface Asked {
  readonly code: string;
  readonly receivedAt: number;
  readonly language: Language;
  readonly boundaryFree: boolean;
  readonly clockTrusted: boolean;
  readonly json: boolean;
}

/** The question, or the sentence that says what is wrong with it. */
function readArguments(args: readonly string[]): Asked | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const [code, moment, ...rest] = parsed.positionals;
  if (code === undefined || moment === undefined || rest.length > 0) {
    return 'due PROCEDURE RECEIVED_AT [--lang vi|en] [--boundary-free] [--untrusted-clock] [--json]';
  }
  if (!/^\d\.\d{6}$/.test(code)) return `PROCEDURE: ${code} (1.001193)`;
  const receivedAt = readMoment(moment);
  if (receivedAt === undefined) return `RECEIVED_AT: ${moment} (2026-11-23T14:32, 2026-11-23T14:32:00+07:00)`;
  const { lang } = parsed.values;
  if (lang !== 'vi' && lang !== 'en') return `--lang: ${lang} (vi, en)`;
  return {
    code,
    receivedAt,
    language: lang,
    boundaryFree: parsed.values['boundary-free'],
    clockTrusted: !parsed.values['untrusted-clock'],
    json: parsed.values.json,
  };
}

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

/** Strict ISO 8601; a moment without a zone is Vietnam time, so that the machine's own zone never matters. */
function readMoment(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  if (!match) return undefined;
  const [, day, time, seconds = ':00', fraction = '', zone = '+07:00'] = match;
  const moment = Date.parse(`${day}T${time}${seconds}${fraction}${zone}`);
  if (Number.isNaN(moment)) return undefined;
  // Date.parse forgives 31 February; an office does not.
  const real = new Date(`${day}T00:00:00.000Z`).toISOString().slice(0, 10) === day;
  return real ? moment : undefined;
}

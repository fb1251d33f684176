import path from 'node:path';
import { localIso } from '../../../../shared/lib/vietnam-time.ts';
import type { Ending } from '../clerk.ts';
import type { Count, GatewayDossier, Slip } from '../count.ts';
import type { Day, DayReception } from '../day.ts';
import type { DayReport, ReceptionReport } from './write-report.ts';

/** Everything that is known when the day is over. */
export interface DayEvidence {
  readonly day: Day;
  readonly endings: readonly Ending[];
  readonly slips: readonly Slip[];
  readonly dossiers: readonly GatewayDossier[];
  readonly count: Count;
  readonly bytesSent: number;
  /** the folder the report lies in: slips are named relative to it */
  readonly folder: string;
}

/** Puts screen, paper and database side by side. */
export function judgeDay(evidence: DayEvidence): DayReport {
  const { day, endings, count } = evidence;
  return {
    totals: {
      received: endings.filter((ending) => ending.kind === 'received').length,
      refused: endings.filter((ending) => ending.kind === 'refused').length,
      atGateway: count.atGateway,
      lost: count.lost,
      doubled: count.doubled,
      bytesSent: evidence.bytesSent,
    },
    receptions: day.receptions.map((reception, index) => reportOf(reception, endings[index], evidence)),
  };
}

/** What did not end as the day file expects, one sentence each. */
export function unexpectedIn(day: Day, endings: readonly Ending[]): readonly string[] {
  return day.receptions.flatMap((reception, index) => {
    const expected = reception.expect ?? 'received';
    const kind = endings[index]?.kind ?? 'refused';
    return kind === expected ? [] : [`reception ${index + 1} was ${kind}, expected ${expected}`];
  });
}

function reportOf(
  reception: DayReception,
  ending: Ending | undefined,
  { slips, dossiers, folder }: DayEvidence,
): ReceptionReport {
  const typed = (reception.person?.name ?? reception.qr?.split('|')[2] ?? '').normalize('NFC');
  const code = ending?.kind === 'received' ? ending.provisionalCode : undefined;
  const dossier = dossiers.find((candidate) => candidate.provisionalCode === code);
  const slip = slips.find((candidate) => candidate.provisionalCode === code);
  return {
    name: dossier?.name ?? typed,
    provisionalCode: code ?? null,
    officialCode: dossier?.officialCode ?? null,
    dueAt: dossier?.dueAt ? localIso(Date.parse(dossier.dueAt)) : null,
    verdict: verdictOf(ending, dossier),
    receiptPdf: slip ? path.relative(folder, slip.file) : null,
  };
}

function verdictOf(ending: Ending | undefined, dossier: GatewayDossier | undefined): string {
  if (!ending) return 'refused: the day ended before';
  if (ending.kind === 'refused') return `refused: ${ending.why}`;
  return dossier?.verdict ?? 'not at the gateway';
}

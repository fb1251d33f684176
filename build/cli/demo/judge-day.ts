import path from 'node:path';
import type { Ending } from './clerk.ts';
import type { Count, GatewayDossier, Slip } from './count.ts';
import type { Day, DayReception } from './day.ts';
import type { DayReport, ReceptionReport } from './report.ts';

/** Everything that is known when the day is over. */
export interface DayEvidence {
  readonly day: Day;
  readonly seed: number;
  readonly endings: readonly Ending[];
  readonly slips: readonly Slip[];
  readonly dossiers: readonly GatewayDossier[];
  readonly count: Count;
  readonly bytesSent: number;
  /** the folder the report lies in: slips are named relative to it */
  readonly folder: string;
}

/** Puts screen, paper and database side by side and says what did not end as the day file expects. */
export function judgeDay(evidence: DayEvidence): DayReport {
  const { day, endings, count } = evidence;
  const receptions = day.receptions.map((reception, index) => reportOf(reception, endings[index], evidence));
  const unexpected = day.receptions.flatMap((reception, index) => {
    const expected = reception.expect ?? 'received';
    const kind = endings[index]?.kind ?? 'refused';
    return kind === expected ? [] : [`reception ${index + 1} was ${kind}, expected ${expected}`];
  });
  return {
    title: day.title,
    seed: evidence.seed,
    totals: {
      received: endings.filter((ending) => ending.kind === 'received').length,
      refused: endings.filter((ending) => ending.kind === 'refused').length,
      atGateway: count.atGateway,
      lost: count.lost,
      doubled: count.doubled,
      bytesSent: evidence.bytesSent,
    },
    unexpected,
    receptions,
  };
}

function reportOf(
  reception: DayReception,
  ending: Ending | undefined,
  { slips, dossiers, folder }: DayEvidence,
): ReceptionReport {
  const name = (reception.person?.name ?? reception.qr?.split('|')[2] ?? '').normalize('NFC');
  if (ending?.kind !== 'received')
    return { name, verdict: `refused at the counter: ${ending?.why ?? 'the day ended before'}` };
  const { provisionalCode } = ending;
  const dossier = dossiers.find((candidate) => candidate.provisionalCode === provisionalCode);
  const slip = slips.find((candidate) => candidate.provisionalCode === provisionalCode);
  return {
    name: dossier?.name ?? name,
    provisionalCode,
    ...(dossier?.officialCode ? { officialCode: dossier.officialCode } : {}),
    ...(dossier?.dueAt ? { dueAt: dossier.dueAt } : {}),
    verdict: dossier?.verdict ?? 'not at the gateway',
    ...(slip ? { receiptPdf: path.relative(folder, slip.file) } : {}),
  };
}

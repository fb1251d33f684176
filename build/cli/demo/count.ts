import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '../../../gateway/store/database.ts';

/** What the gateway's database says about one printed slip. */
export interface GatewayDossier {
  readonly id: string;
  readonly provisionalCode: string;
  readonly officialCode?: string;
  readonly name: string;
  readonly dueAt?: string;
  readonly missingAttachments: number;
  /** the stored verdict of its reception */
  readonly verdict: string;
}

/** One printed slip as its text says; the code stands there in clear, the QR repeats it. */
export interface Slip {
  readonly file: string;
  readonly provisionalCode: string;
  readonly text: string;
}

const codeOnSlip = /P[0-9BCGHKLMNPQTV]{3}-\d{5,9}-[0-9BCGHKLMNPQTV]/;

/** Reads every slip in the print folder with pdftotext (poppler): our own code has no say in what was printed. */
export function readSlips(folder: string): readonly Slip[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFC');
      return { file, provisionalCode: codeOnSlip.exec(text)?.[0] ?? '', text };
    });
}

interface Row {
  id: string;
  provisional_code: string;
  official_code: string | null;
  name: string;
  due_at: string | null;
  missing: string | number;
  result: string;
}

/** All dossiers that devices registered at or after `since` have brought to this gateway. */
export async function dossiersSince(database: Database, since: Date): Promise<readonly GatewayDossier[]> {
  const rows = await database.query<Row>(
    `select d.id, d.provisional_code, d.official_code, d.dossier->'applicant'->>'name' as name,
            d.dossier->'appointment'->>'dueAt' as due_at, o.result,
            (select count(*) from attachment_need n where n.commune = d.commune and n.dossier = d.id
              and not exists (select 1 from attachment a where a.commune = n.commune and a.sha256 = n.sha256)) as missing
     from dossier d
     join operation o on o.commune = d.commune and o.entity = d.id and o.type = 'dossier.receive' and not o.duplicate
     join device v on v.commune = o.commune and v.id = o.device and v.registered_at >= $1
     order by d.change`,
    [since.toISOString()],
  );
  return rows.map((row) => ({
    id: row.id,
    provisionalCode: row.provisional_code,
    ...(row.official_code ? { officialCode: row.official_code } : {}),
    name: row.name,
    ...(row.due_at ? { dueAt: row.due_at } : {}),
    missingAttachments: Number(row.missing),
    verdict: row.result,
  }));
}

export interface Count {
  readonly atGateway: number;
  /** slips in a citizen's hand that the province knows nothing of, or whose papers did not all arrive */
  readonly lost: number;
  /** dossiers beyond one per slip, whether under the same code or under a code nobody holds */
  readonly doubled: number;
}

/** Compares paper with database: each slip must have exactly one dossier, each dossier exactly one slip. */
export function countDay(slips: readonly Slip[], dossiers: readonly GatewayDossier[]): Count {
  const printed = new Set(slips.map((slip) => slip.provisionalCode).filter((code) => code !== ''));
  const complete = new Set(
    dossiers.filter((dossier) => dossier.missingAttachments === 0).map((dossier) => dossier.provisionalCode),
  );
  const unreadable = slips.filter((slip) => slip.provisionalCode === '').length;
  const lost = [...printed].filter((code) => !complete.has(code)).length + unreadable;
  const known = [...printed].filter((code) =>
    dossiers.some((dossier) => dossier.provisionalCode === code),
  ).length;
  return { atGateway: dossiers.length, lost, doubled: dossiers.length - known };
}

import { describe, expect, it } from 'vitest';
import { aPackSet } from '../../../tests/builders/a-pack-set.ts';
import { anInput, type Change, papersOf } from '../../../tests/builders/a-reception-input.ts';
import { checkReception, mayReceive } from './check-reception.ts';
import { FINDING_CODES } from './finding.ts';

const packSet = aPackSet();
const MOMENT = { receivedAt: '2026-11-23T02:15:00.000Z', clockTrusted: true };
const found = (change: Change = {}, moment = MOMENT, set: typeof packSet | undefined = packSet) =>
  checkReception(anInput(change), set, moment).map(
    ({ severity, field, code }) => `${severity} ${field} ${code}`,
  );
const UNCHECKED = 'info personalId population-unchecked';

describe('the check before F9 (R-CHECK)', () => {
  it('has nothing against a reception in order, and reminds that the population register was not asked', () => {
    expect(found()).toEqual([UNCHECKED]);
    expect(mayReceive(checkReception(anInput(), packSet, MOMENT))).toBe(true);
  });
  it.each<[Change['person'], string]>([
    [{ name: '' }, 'error name name-empty'],
    [{ name: 'x'.repeat(10_000) }, 'error name name-too-long'],
    [{ name: 'Mẫu 😀' }, 'error name name-emoji'],
    [{ name: '<b>Mẫu</b>' }, 'error name name-markup'],
    [{ name: '=cmd' }, 'error name name-formula'],
    [{ name: 'Mẫu'.normalize('NFD') }, 'error name name-not-nfc'],
    [{ personalId: '' }, 'error personalId personal-id-empty'],
    [{ personalId: '12345' }, 'error personalId personal-id-length'],
    [{ birthDate: '17/05/1991' }, 'warning personalId personal-id-birth-year'],
    [{ sex: 'male' }, 'warning personalId personal-id-sex'],
    [{ birthDate: '24/11/2026' }, 'error birthDate birth-date-future'],
    [{ birthDate: '31/02/1990' }, 'error birthDate birth-date-invalid'],
    [{ phone: '12345' }, 'error phone phone-number'],
    [{ phone: 'gọi sau' }, 'error phone phone-letters'],
    [{ address: 'x'.repeat(501) }, 'error address text-too-long'],
  ])('finds %j', (person, finding) => {
    expect(found({ person: person ?? {} })).toContain(finding);
  });
  it('lets birth date, sex, address and phone be empty', () => {
    expect(found({ person: { birthDate: '', sex: '', address: '', phone: '' } })).toEqual([UNCHECKED]);
  });
  it('says where a procedure is received, when it is no longer in force, and that one must be chosen', () => {
    expect(found({ procedureCode: '1.004222' })).toContain('error procedure procedure-elsewhere');
    expect(found({ procedureCode: '1.001612' })).toContain('error procedure procedure-elsewhere');
    expect(found({ procedureCode: '2.001009' })).toContain('error procedure procedure-not-in-force');
    const none = anInput();
    const { procedureCode: _chosen, ...without } = none;
    expect(checkReception(without, packSet, MOMENT).map((finding) => finding.code)).toContain(
      'procedure-missing',
    );
  });
  it('receives nothing without a pack set for the date', () => {
    const findings = checkReception(anInput(), undefined, MOMENT);
    expect(findings).toContainEqual({
      severity: 'error',
      field: 'procedure',
      code: 'pack-set-missing',
      detail: '2026-11-23',
    });
    expect(mayReceive(findings)).toBe(false);
  });
  it('receives complete dossiers only: a required paper must be in hand', () => {
    const papers = papersOf('2.000815').map((paper) => ({ ...paper, held: paper.key !== 'ban-sao' }));
    expect(found({ papers })).toContain('error paper:ban-sao paper-missing');
    expect(found({ papers: [] })).toContain('error paper:ban-chinh paper-missing');
  });
  it('attaches nothing to a paper that is only shown, and asks for none that a database holds', () => {
    const shown = papersOf('2.000815').map((paper) => ({ ...paper, attachments: [{ name: 'a.pdf' }] }));
    expect(found({ papers: shown })).toContain('error paper:ban-chinh paper-presented-attached');
    const asked = papersOf('1.001193').map((paper) => ({ ...paper, held: true, originals: 1 }));
    expect(found({ procedureCode: '1.001193', papers: asked })).toContain(
      'warning paper:giay-to-tuy-than paper-reuse',
    );
  });
  it('refuses secret papers by paper, file and note', () => {
    const named = (name: string, file: string) => [
      {
        key: 'typed-1',
        name,
        form: 'original' as const,
        required: false,
        held: true,
        originals: 1,
        copies: 0,
        attachments: [{ name: file }],
        typed: true,
      },
    ];
    const procedureCode = '1.014028';
    expect(found({ procedureCode, papers: named('Công văn mật', 'a.pdf') })).toContain(
      'error paper:typed-1 secret-document',
    );
    expect(found({ procedureCode, papers: named('Công văn', 'TUYỆT MẬT.pdf') })).toContain(
      'error paper:typed-1 secret-document',
    );
    expect(found({ note: 'có tài liệu tối mật' })).toContain('error note secret-document');
  });
  it('shows unknown term and fee as unknown, and still receives', () => {
    const findings = checkReception(anInput({ procedureCode: '1.014028', papers: [] }), packSet, MOMENT);
    expect(findings.map((finding) => finding.code)).toEqual([
      'papers-none',
      'term-unknown',
      'fee-unknown',
      'population-unchecked',
    ]);
    expect(mayReceive(findings)).toBe(true);
  });
  it('says why a moment is expected only', () => {
    const late = { receivedAt: '2026-12-31T08:30:00.000Z', clockTrusted: false };
    expect(found({ competentAgency: 'X99.002' }, late)).toEqual([
      'warning appointment clock-untrusted',
      'info appointment boundary-free',
      'warning appointment calendar-missing',
      UNCHECKED,
    ]);
    expect(found({ competentAgency: 'xã bên' })).toContain('error competentAgency competent-agency-invalid');
  });
  it('wants the person who stands at the counter, or the organisation', () => {
    expect(found({ capacity: 'representative' })).toContain('error submitterName submitter-missing');
    expect(found({ capacity: 'organisation' })).toContain('error organisation organisation-missing');
    expect(found({ capacity: 'representative', submitterName: '=x' })).toContain(
      'error submitterName name-formula',
    );
  });
  it('uses no code that is not in the list of codes, and lists none twice', () => {
    expect(new Set(FINDING_CODES).size).toBe(FINDING_CODES.length);
  });
});

import { countDay, dossiersSince, readSlips } from '../../../build/cli/demo/count.ts';
import { defaultDay } from '../../../build/cli/demo/default-day.ts';
import { runDay } from '../../../build/cli/demo/run-day.ts';
import { openDatabase } from '../../../gateway/store/open-database.ts';
import { everythingSent } from '../at-work.ts';
import { expect, type SpecOffice, test } from '../fixtures.ts';

test.use({ stutterSeed: 7 });

test('twelve dossiers of a day without line, cut off twice, reach the province once each with all their papers @full', async ({
  office,
}) => {
  test.setTimeout(600_000);
  const day = defaultDay(office.folders.root);
  const endings = await runDay(office, day, [3, 8], (line) => console.log(line));
  expect(endings.filter(({ kind }) => kind !== 'received')).toEqual([]);
  await everythingSent(office.page);

  await test.step('the list shows the official codes', async () => {
    await office.page.keyboard.press('Alt+Digit3');
    const codes = office.page.getByRole('gridcell').filter({ hasText: /^X99\.001-/ });
    await expect(codes).toHaveCount(12);
  });

  const { slips, dossiers } = await evidence(office);
  await test.step('paper and database agree', () => {
    expect(slips).toHaveLength(12);
    expect(countDay(slips, dossiers)).toEqual({ atGateway: 12, lost: 0, doubled: 0 });
    expect(dossiers.map(({ verdict }) => verdict)).toEqual(dossiers.map(() => 'applied'));
    expect(dossiers.map(({ missingAttachments }) => missingAttachments)).toEqual(dossiers.map(() => 0));
    expect(dossiers.map(({ officialCode }) => officialCode?.slice(0, 8))).toEqual(
      dossiers.map(() => 'X99.001-'),
    );
  });
  await test.step('each slip says who, which code and the very moment the province holds', () => {
    for (const dossier of dossiers) {
      const slip = slips.find(({ provisionalCode }) => provisionalCode === dossier.provisionalCode);
      const text = slip?.text.replace(/\s+/g, ' ') ?? '';
      expect(text.toLocaleUpperCase('vi')).toContain(dossier.name.toLocaleUpperCase('vi'));
      if (dossier.dueAt) expect(text).toContain(`hồ sơ: ${inWords(dossier.dueAt)}`);
    }
    expect(dossiers.filter(({ dueAt }) => dueAt !== undefined).length).toBeGreaterThan(8);
  });
});

/** The moment as form 01 writes it, made here from the instant alone. */
function inWords(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  const [, year, month, date, hour, minute] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(local) ?? [];
  return `${hour} giờ ${minute} phút, ngày ${date} tháng ${month} năm ${year}`;
}

/** Reads the gateway's own database after it has stopped. */
async function evidence(office: SpecOffice) {
  await office.stopGateway();
  const database = await openDatabase({ folder: office.folders.gateway }, () => undefined);
  try {
    return { slips: readSlips(office.folders.print), dossiers: await dossiersSince(database, office.since) };
  } finally {
    await database.close();
  }
}

import { chooseLine, fillIn, finish, unlock } from '../../../build/cli/demo/clerk.ts';
import { draftSaved, everythingSent, field, namedInList, receive } from '../at-work.ts';
import { expect, type SpecOffice, test } from '../fixtures.ts';
import { type Person, person, withoutFiles } from '../people.ts';

/** Milliseconds between F9 and the cut: before the journal, around it, while printing, after. */
const everyMoment = [0, 20, 60, 150, 400, 900];

for (const { title, moments } of [
  { title: 'power cut around F9', moments: [20, 150, 700] },
  {
    title: 'power cut at every moment around F9 @web @full',
    moments: everyMoment.flatMap((ms) => [ms, ms + 35]),
  },
])
  test(`${title}: the draft is back whole, or the dossier is there once`, async ({ office }) => {
    test.setTimeout(90_000 + moments.length * 40_000);
    await unlock(office.page);
    for (const [index, ms] of moments.entries())
      await test.step(`${ms} ms after F9`, () => cutAfterF9(office, person(index), ms));
    await everythingSent(office.page);
    await eachOnce(
      office,
      moments.map((_, index) => person(index)),
    );
  });

test('with the host dead F9 says so and keeps the draft; after the restart it is one dossier @web @full', async ({
  office,
}) => {
  const who = person(0);
  await unlock(office.page);
  expect(await fillIn(office.page, withoutFiles(who), office.folders.scan)).toBeUndefined();
  await draftSaved(office.page);
  if ('killHost' in office.counter) await (office.counter.killHost as () => Promise<void>)();
  await office.page.keyboard.press('F9');
  await expect(office.page.locator('main [role=alert]').first()).toBeVisible({ timeout: 40_000 });
  await expect(field(office.page, 'name')).toHaveValue(who.name);
  await office.powerCut();
  await unlock(office.page);
  await office.page.keyboard.press('F2');
  await expectDraft(office, who);
  expect(await finish(office.page)).toMatchObject({ kind: 'received' });
  await everythingSent(office.page);
  await eachOnce(office, [who]);
});

test('a gateway killed while it takes the day loses and doubles nothing', async ({ office }) => {
  const people = [person(0), person(1), person(2)];
  await unlock(office.page);
  await chooseLine(office.page, 'offline');
  for (const who of people) await receive(office.page, withoutFiles(who), office.folders.scan);
  const before = office.bytesSent();
  await chooseLine(office.page, 'online');
  await expect
    .poll(() => office.bytesSent() - before, { intervals: [5], timeout: 60_000 })
    .toBeGreaterThan(4_000);
  await office.killGateway();
  await office.startGateway();
  await everythingSent(office.page, 90_000);
  await eachOnce(office, people);
});

async function cutAfterF9(office: SpecOffice, who: Person, ms: number): Promise<void> {
  expect(await fillIn(office.page, withoutFiles(who), office.folders.scan)).toBeUndefined();
  await draftSaved(office.page);
  void office.page.keyboard.press('F9').catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, ms));
  await office.powerCut();
  await unlock(office.page);
  const written = await namedInList(office.page, who.name);
  await office.page.keyboard.press('F2');
  await expect(field(office.page, 'phone')).toBeVisible();
  // a moment for a draft that would wrongly come back
  if (written > 0) await office.page.waitForTimeout(700);
  const left =
    written === 0 ? await draftIsBack(office, who) : (await field(office.page, 'name').inputValue()) !== '';
  expect({ written, left }, 'either the dossier or its draft, never both, never neither').toEqual(
    written === 0 ? { written: 0, left: true } : { written: 1, left: false },
  );
  if (left) expect(await finish(office.page)).toMatchObject({ kind: 'received' });
  expect(await namedInList(office.page, who.name)).toBe(1);
}

async function draftIsBack(office: SpecOffice, who: Person): Promise<boolean> {
  await expectDraft(office, who);
  return true;
}

/** Everything that was typed before the cut. */
async function expectDraft({ page }: SpecOffice, who: Person): Promise<void> {
  await expect(field(page, 'name')).toHaveValue(who.name);
  await expect(field(page, 'personalId')).toHaveValue(who.personalId);
  await expect(field(page, 'phone')).toHaveValue(who.phone);
  await expect(page.locator('[class*=procedureFacts]')).toBeVisible();
}

async function eachOnce(office: SpecOffice, people: readonly Person[]): Promise<void> {
  const names = (await office.province.dossiers()).map(({ applicant }) => applicant);
  expect([...names].sort()).toEqual(people.map(({ name }) => name).sort());
  expect((await office.province.counts()).doubled).toBe(0);
}

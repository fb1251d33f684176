import { journalAgrees, nothingClear, screensAgree, stillToDeliver } from './checks/at-the-counters.ts';
import {
  chainsWhole,
  type Held,
  heldByProvince,
  nothingDoubled,
  nothingLost,
} from './checks/at-the-province.ts';
import { Clerk } from './world/clerk.ts';
import { liveDays } from './world/office-days.ts';
import type { Province } from './world/province.ts';
import { type Violation, World } from './world/world.ts';

export interface SeedResult {
  readonly seed: number;
  readonly trace: string;
  readonly simDays: number;
  readonly deviceDays: number;
  readonly operations: number;
  readonly acts: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly violations: readonly Violation[];
}

const DEVICES = 2;
const DAYS = 3;
const MINUTE = 60_000;

/** Lives one seed's days on the shipped modules, lets everything come to rest, and holds the end against every promise. */
export async function runSeed(
  seed: number,
  province: Province,
  tell?: (line: string) => void,
): Promise<SeedResult> {
  await province.reset();
  const world = new World(seed, province, DEVICES, tell);
  await world.enrol();
  await liveDays(world, DAYS);
  world.faults.on = false;
  await comeToRest(world);
  const held = await judge(world);
  for (const machine of world.machines) await journalAgrees(world, machine);
  await comeToRest(world);
  await judge(world);
  for (const machine of world.machines) nothingClear(world, machine);
  await closeAll(world);
  noteEnd(world, held);
  return {
    seed,
    trace: world.trace.digest(),
    simDays: DAYS,
    deviceDays: DAYS * DEVICES,
    operations: held.operations.length,
    acts: world.oracle.acts.size,
    faults: world.faults.counts,
    violations: world.violations,
  };
}

/** L1: with line, power and province there, everything that waits is delivered. */
async function comeToRest(world: World): Promise<void> {
  for (const line of world.lines) line.up = true;
  for (const machine of world.machines) {
    if (!machine.window?.alive && !(await world.unlock(machine)))
      world.violation('L1', `D${machine.number} does not open`);
    await new Clerk(world, machine).pressAgain();
  }
  for (let round = 0; round < 40; round++) {
    for (const { window } of world.machines) {
      if (!window?.alive) continue;
      await window.core.call('syncNow');
      await window.settled();
    }
    await world.schedule.runUntil(world.schedule.now + 2 * MINUTE);
    const waiting = await Promise.all(world.machines.map(stillToDeliver));
    if (round >= 2 && waiting.every((count) => count === 0)) return;
  }
  for (const machine of world.machines) {
    const waiting = await stillToDeliver(machine);
    if (waiting > 0) world.violation('L1', `D${machine.number} still has ${waiting} to deliver`);
  }
}

async function judge(world: World): Promise<Held> {
  const held = await heldByProvince(world);
  nothingLost(world, held);
  nothingDoubled(world, held);
  chainsWhole(world, held);
  for (const machine of world.machines) await screensAgree(world, machine, held);
  return held;
}

async function closeAll(world: World): Promise<void> {
  for (const { window } of world.machines) window?.die();
}

function noteEnd(world: World, held: Held): void {
  const rows = held.operations.map(({ device, epoch, seq, type, result, duplicate }) =>
    world.trace.renamed([device, epoch, seq, type, result, duplicate].join(' ')),
  );
  for (const row of rows.sort()) world.note(row);
  for (const { change, provisional_code, official_code, dossier } of held.dossiers)
    world.note(change, provisional_code, official_code ?? '', dossier.status, dossier.version);
}

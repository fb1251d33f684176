import { Clerk } from './clerk.ts';
import type { CounterMachine } from './counter-machine.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Plans days at every counter and at the province, and lives them. */
export async function liveDays(world: World, days: number): Promise<void> {
  const { schedule, random, faults } = world;
  const begin = schedule.now;
  for (let day = 0; day < days; day++) {
    for (const machine of world.machines)
      for (const hour of [1, 6])
        schedule.at(begin + day * DAY + (hour * 60 + random.between(0, 120)) * MINUTE, () =>
          sit(world, machine),
        );
    for (let hour = 1; hour < 10; hour++)
      schedule.at(begin + day * DAY + (hour * 60 + random.between(0, 59)) * MINUTE, () =>
        world.provinceActs(),
      );
    schedule.at(begin + day * DAY + 5 * 60 * MINUTE, () => world.backUpProvince());
    schedule.at(
      begin + day * DAY + (random.between(6, 12) * 60 + random.between(0, 59)) * MINUTE,
      async () => {
        if (faults.strikes('provinceRestored')) await world.restoreProvince();
      },
    );
  }
  await schedule.runUntil(begin + days * DAY);
}

/** One sitting at a counter: perhaps something has happened to the machine; then work, then the window is closed or killed. */
async function sit(world: World, machine: CounterMachine): Promise<void> {
  const { schedule, random, faults } = world;
  const line = world.lines[machine.number];
  if (!line) throw new Error('a machine without a line');
  machine.window?.die();
  if (random.next() < 0.6) machine.makeCopy();
  world.note(machine.number, 'sits down;', machine.misfortune());
  if (faults.strikes('clockJumps')) machine.clockOffset = random.between(-120, 120) * MINUTE;
  line.up = !faults.strikes('lineDown');
  const dies = faults.strikes('windowDies') ? random.between(0, 60) : undefined;
  await world.unlock(machine, dies);
  const clerk = new Clerk(world, machine);
  let moment = schedule.now;
  const acts = random.between(3, 9);
  for (let n = 0; n < acts; n++) {
    moment += random.between(5, 5 * 60) * 1000;
    schedule.at(moment, () => workOn(world, machine));
    if (random.next() < 0.2)
      schedule.at(moment, () => {
        line.up = !faults.strikes('lineDown');
      });
    if (random.next() < 0.1)
      schedule.at(moment, () => {
        if (faults.strikes('clockJumps')) machine.clockOffset = random.between(-120, 120) * MINUTE;
      });
  }
  schedule.at(moment + random.between(10, 600) * 1000, () => leave(machine));
  await clerk.pressAgain();
}

/** A killed window is opened again by the next thing the clerk wants to do. */
async function workOn(world: World, machine: CounterMachine): Promise<void> {
  const clerk = new Clerk(world, machine);
  if (!machine.window?.alive && !(await world.unlock(machine))) return;
  if (world.random.next() < 0.5) await clerk.pressAgain();
  await clerk.actOnce();
}

/** Closing waits for a running exchange; who does not wait pulls the plug at the next sitting. */
async function leave(machine: CounterMachine): Promise<void> {
  const { window } = machine;
  if (!window?.alive) return;
  void window.core.close().then(() => window.die());
}

import { addDays, localDayOf } from '../../lib/vietnam-time.ts';
import type { PackSetContent } from '../packs/pack-set.ts';
import { isWorking, workingDays } from '../schedule/working-days.ts';
import type { Dossier } from './dossier.ts';
import { clockStands, isClosed } from './transitions.ts';

/** mức gấp — derived, never stored. `standing`: the clock stands, so nothing can be overdue. */
export type Urgency = 'overdue' | 'due-soon' | 'running' | 'standing' | 'closed';

/** How urgent a dossier is at a moment (milliseconds since 1970 UTC) under the pack set that rules it. */
export function urgencyOf(
  dossier: Pick<Dossier, 'status' | 'appointment'>,
  now: number,
  content: Pick<PackSetContent, 'calendar' | 'officeHours' | 'rules'>,
): Urgency {
  if (isClosed(dossier.status)) return 'closed';
  if (clockStands(dossier.status)) return 'standing';
  const { dueAt } = dossier.appointment;
  if (dueAt === undefined) return 'running';
  if (Date.parse(dueAt) < now) return 'overdue';
  return isWithin(localDayOf(now), localDayOf(Date.parse(dueAt)), content) ? 'due-soon' : 'running';
}

/** True when at most `dueSoonWorkingDays` working days lie after today up to the due day. */
function isWithin(
  today: string,
  dueDay: string,
  content: Pick<PackSetContent, 'calendar' | 'officeHours' | 'rules'>,
): boolean {
  const days = workingDays(content.calendar, content.officeHours);
  let left = content.rules.dueSoonWorkingDays.value;
  for (let day = addDays(today, 1); day <= dueDay; day = addDays(day, 1)) {
    if (isWorking(days.kindOf(day)) && --left < 0) return false;
  }
  return true;
}

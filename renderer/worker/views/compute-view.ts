import { unreachable } from '../../../shared/lib/unreachable.ts';
import type { ViewName, Views } from '../api.ts';
import type { Delivery } from '../boot/delivery.ts';
import type { Door } from '../door/door.ts';
import { detailView } from './detail-view.ts';
import { homeView } from './home-view.ts';
import { listView } from './list-view.ts';
import { outboxView } from './outbox-view.ts';

type View = { readonly [V in ViewName]: { readonly view: V; readonly params: Views[V]['params'] } }[ViewName];

/** The present value of a view. While nobody is at the counter, everything opened is empty. */
export async function computeView<V extends ViewName>(
  door: Door,
  delivery: Delivery,
  view: V,
  params: Views[V]['params'],
): Promise<Views[V]['value']> {
  return (await presentValue(door, delivery, { view, params } as View)) as Views[V]['value'];
}

async function presentValue(door: Door, delivery: Delivery, wanted: View): Promise<unknown> {
  const counter = door.counter();
  switch (wanted.view) {
    case 'session':
      return door.view();
    case 'line':
      return delivery.line(door.office());
    case 'home':
      return counter
        ? homeView(counter.office)
        : { receivedToday: 0, today: [], dueSoon: [], overdue: [], supplement: 0 };
    case 'dossiers':
      return counter ? listView(counter.office, wanted.params) : emptyList;
    case 'dossier':
      return counter && detailView(counter.office, wanted.params.id);
    case 'outbox':
      return counter ? outboxView(counter.office) : { entries: [], attention: [] };
    case 'draft':
      return counter?.desk.current();
    default:
      return unreachable(wanted);
  }
}

const emptyList: Views['dossiers']['value'] = {
  rows: [],
  counts: { open: 0, 'due-soon': 0, overdue: 0, supplement: 0, 'to-return': 0, waiting: 0, all: 0 },
};

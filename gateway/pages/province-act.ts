import { operationPayloads } from '../../shared/domain/operation.ts';
import type { Verdict } from '../../shared/protocol/messages.ts';
import { actAtDesk, type DeskActType } from '../desk/act.ts';
import type { Gateway } from '../gateway.ts';

const OFFERED: readonly DeskActType[] = [
  'dossier.accept',
  'dossier.forward',
  'dossier.requestSupplement',
  'dossier.finish',
];

/** What a form of the page (or a program) asks the desk to do; undefined when it is malformed or the dossier is not there. */
export async function actFromFields(
  gateway: Gateway,
  commune: string,
  dossier: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<Verdict | undefined> {
  const type = OFFERED.find((offered) => offered === fields.type);
  if (!type) return undefined;
  const payload = operationPayloads[type].safeParse(rawPayload(type, fields));
  if (!payload.success) return undefined;
  const act = { type, payload: payload.data } as Parameters<typeof actAtDesk>[3];
  return actAtDesk(gateway, commune, dossier, act);
}

function rawPayload(type: DeskActType, fields: Readonly<Record<string, unknown>>): unknown {
  const text = (name: string) =>
    String(fields[name] ?? '')
      .normalize('NFC')
      .trim();
  switch (type) {
    case 'dossier.accept':
      return { from: 'received' };
    case 'dossier.forward':
      return { to: text('to') };
    case 'dossier.requestSupplement':
      return {
        items: text('items')
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter(Boolean),
        reason: text('reason'),
      };
    case 'dossier.finish':
      return { outcome: text('outcome') };
  }
}

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useLanguage } from '../../app/page-context.ts';
import { enIntake } from '../../text/en.intake.ts';
import { type IntakeText, viIntake } from '../../text/vi.intake.ts';
import type { IntakeState } from './intake-state.ts';
import type { Reception } from './reception.ts';

export const IntakeContext = createContext<Reception | undefined>(undefined);

/** The reception of this window; throws outside the reception screen, which is a bug. */
export function useReception(): Reception {
  const reception = useContext(IntakeContext);
  if (!reception) throw new Error('no intake context');
  return reception;
}

/** A part of the screen state; the component is drawn again only when that part changes. */
export function useIntakeState<T>(select: (state: IntakeState) => T): T {
  return useStore(useReception().store, select);
}

/** Words of the reception screen in the chosen language. */
export function useIntakeText(): IntakeText {
  return useLanguage() === 'en' ? enIntake : viIntake;
}

import { Popover } from '@mantine/core';
import { Languages } from 'lucide-react';
import { LookSwitch } from '../LookSwitch.tsx';
import { useText } from '../page-context.ts';

/** Language and look, behind one button of the top bar. */
export function LookMenu() {
  const { shell } = useText();
  return (
    <Popover position="bottom-end" trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <button type="button" aria-label={shell.settings} title={shell.settings}>
          <Languages size={18} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={shell.settings}>
        <LookSwitch />
      </Popover.Dropdown>
    </Popover>
  );
}

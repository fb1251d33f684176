import { useId } from 'react';
import styles from './look.module.css';
import { usePage, useText } from './page-context.ts';
import type { Preferences } from './preferences.ts';

/** Language and theme as two groups of radio buttons; on the unlock screen and in the top bar's menu. */
export function LookSwitch() {
  const { shell } = useText();
  const { preferences, setPreferences } = usePage();
  const languages: readonly (readonly [Preferences['language'], string])[] = [
    ['vi', 'Tiếng Việt'],
    ['en', 'English'],
  ];
  const themes: readonly (readonly [Preferences['theme'], string])[] = [
    ['light', shell.light],
    ['dark', shell.dark],
    ['system', shell.system],
  ];
  return (
    <div className={styles.look}>
      <Choice
        legend={shell.language}
        options={languages}
        value={preferences.language}
        onChange={(language) => setPreferences({ language })}
      />
      <Choice
        legend={shell.theme}
        options={themes}
        value={preferences.theme}
        onChange={(theme) => setPreferences({ theme })}
      />
    </div>
  );
}

function Choice<T extends string>(props: {
  readonly legend: string;
  readonly options: readonly (readonly [T, string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) {
  const group = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{props.legend}</legend>
      {props.options.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={group}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          <span lang={label === 'English' ? 'en' : undefined}>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

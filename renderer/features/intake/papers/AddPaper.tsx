import { Button, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { faultText } from '../fault-text.ts';
import styles from '../intake.module.css';
import { useIntakeText, useReception } from '../intake-context.ts';

/** A paper that is on no list: typed by name, Enter adds it. */
export function AddPaper() {
  const reception = useReception();
  const text = useIntakeText();
  const [name, setName] = useState('');
  const [tooLong, setTooLong] = useState(false);
  const add = (): void => {
    if (name.trim() === '') return;
    setTooLong(name.length > 300);
    if (name.length > 300) return;
    reception.addPaper(name);
    setName('');
  };
  return (
    <div className={styles.addPaper}>
      <TextInput
        data-field="papers"
        aria-label={text.papers.addLabel}
        placeholder={text.papers.addPlaceholder}
        autoComplete="off"
        value={name}
        error={tooLong && faultText(text, 'text-too-long', '300')}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.code !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add();
        }}
      />
      <Button variant="default" size="sm" leftSection={<Plus size={15} aria-hidden />} onClick={add}>
        {text.papers.add}
      </Button>
    </div>
  );
}

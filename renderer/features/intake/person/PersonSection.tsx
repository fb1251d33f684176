import { NativeSelect, SegmentedControl } from '@mantine/core';
import { BadgeCheck } from 'lucide-react';
import { Card } from '../../../ui/Card.tsx';
import { clockText } from '../../../ui/moments.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { focusField } from '../focus-field.ts';
import styles from '../intake.module.css';
import { useIntakeState, useIntakeText, useReception } from '../intake-context.ts';
import { CapacityFields } from './CapacityFields.tsx';
import { EarlierDossiers } from './EarlierDossiers.tsx';
import { PersonInput } from './PersonInput.tsx';
import { ScanWarnings } from './ScanWarnings.tsx';

/** A finished Vietnamese mobile number: the clerk's next step is the procedure. */
const isWholeMobile = (text: string): boolean => /^0[35789]\d{8}$/.test(text);

/** 1. Người nộp hồ sơ. */
export function PersonSection() {
  const reception = useReception();
  const text = useIntakeText().person;
  const capacity = useIntakeState((state) => state.draft.capacity);
  const scannedAt = useIntakeState((state) => state.scannedAt);
  const chosen = useIntakeState((state) => state.draft.procedureCode !== undefined);
  return (
    <Card
      title={text.title}
      beside={
        <>
          {scannedAt !== undefined && (
            <Tag tone="green">
              <BadgeCheck size={14} aria-hidden />
              {text.scannedAt(clockText(new Date(scannedAt).toISOString()))}
            </Tag>
          )}
          <EarlierDossiers />
        </>
      }
      aside={
        <SegmentedControl
          size="xs"
          transitionDuration={0}
          aria-label={text.capacity}
          value={capacity}
          onChange={(value) => reception.set({ capacity: value as typeof capacity })}
          data={[
            { value: 'self', label: text.self },
            { value: 'representative', label: text.representative },
            { value: 'organisation', label: text.organisation },
          ]}
        />
      }
    >
      <ScanWarnings />
      <CapacityFields />
      <div className={styles.person}>
        <PersonInput field="name" label={text.name} required strong />
        <PersonInput field="personalId" label={text.personalId} required numeric />
        <PersonInput field="birthDate" label={text.birthDate} numeric placeholder={text.birthHint} />
        <SexSelect />
        <PersonInput
          field="phone"
          label={text.phone}
          numeric
          onComplete={(typed) => {
            if (isWholeMobile(typed) && !chosen) focusField('procedure');
          }}
        />
        <PersonInput field="address" label={text.address} />
      </div>
    </Card>
  );
}

function SexSelect() {
  const reception = useReception();
  const text = useIntakeText().person;
  const { text: value, source } = useIntakeState((state) => state.draft.person.sex);
  return (
    <div className={styles.field}>
      <NativeSelect
        data-field="sex"
        label={text.sex}
        value={value}
        onChange={(event) => reception.typePerson('sex', event.currentTarget.value)}
        onBlur={() => reception.leave('sex')}
        data={[
          { value: '', label: text.sexNone },
          { value: 'male', label: text.male },
          { value: 'female', label: text.female },
        ]}
      />
      {value !== '' && (
        <span className={styles.source} data-source={source} title={text.sourceLabels[source]}>
          {text.sources[source]}
        </span>
      )}
    </div>
  );
}
